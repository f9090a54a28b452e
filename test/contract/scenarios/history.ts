import { enter, type Scenario, type Stage } from '../stage.ts';

const page = async ({ sdk, step, note }: Stage, label: string, conversationID: string, cursor?: string) => {
  const answer = await step(label, () =>
    sdk.getMessageList({ conversationID, ...(cursor !== undefined && { nextReqMessageID: cursor }) }),
  );
  const { messageList = [], nextReqMessageID = '' } = answer?.data ?? {};
  note('texts', messageList.map(({ payload }: { payload: { text: string } }) => payload.text).join(' '));
  return nextReqMessageID as string;
};

/** Forty messages in each kind of conversation, page by page, and pages asked for again. */
export const history: Scenario = {
  name: 'history',
  async play(stage) {
    const { sdk, step, note, others, now, refuse } = stage;
    others.addGroup('team', ['alice', 'me']);
    for (let i = 40; i > 0; i -= 1) {
      others.say('alice', 'me', `${41 - i}`, now() - i * 10);
      others.sayInGroup('alice', 'team', `${41 - i}`, now() - i * 10 - 5);
    }
    await enter(stage);
    for (const conversationID of ['C2Calice', 'GROUPteam']) {
      const first = await page(stage, `${conversationID}: page 1`, conversationID);
      const second = await page(stage, `${conversationID}: page 2`, conversationID, first);
      await page(stage, `${conversationID}: page 2 again`, conversationID, first);
      await page(stage, `${conversationID}: page 1 again`, conversationID);
      const third = await page(stage, `${conversationID}: page 3`, conversationID, second);
      if (third) await page(stage, `${conversationID}: page 4`, conversationID, third);
      const [one, other] = await Promise.all([
        sdk.getMessageList({ conversationID }),
        sdk.getMessageList({ conversationID }),
        step(`${conversationID}: two at once`, () => undefined),
      ]);
      note('one', one.data.messageList.length);
      note('other', other.data.messageList.length);
    }
    await page(stage, 'nobody', 'C2Cbob');
    await step('no conversation', () => sdk.getMessageList({ conversationID: 'nowhere' }));
    const accept = refuse('getMessageList', 20003);
    await step('refused', () => sdk.getMessageList({ conversationID: 'C2Ccarol' }));
    accept();
  },
};
