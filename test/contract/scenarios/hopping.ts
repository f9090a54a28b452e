import { enter, type Scenario, type Stage } from '../stage.ts';

const hop = async ({ sdk, step, note }: Stage, label: string, options: object): Promise<void> => {
  const answer = await step(label, () => sdk.getMessageListHopping(options as never));
  const messages: readonly { payload: { text: string } }[] = answer?.data.messageList ?? [];
  note('texts', messages.map(({ payload }) => payload.text).join(' '));
};

/** History from the middle, upwards and downwards. */
export const hopping: Scenario = {
  name: 'hopping',
  async play(stage) {
    const { others, now, sdk, step } = stage;
    const start = now() - 500;
    others.addGroup('team', ['alice', 'me']);
    for (let i = 1; i <= 40; i += 1) {
      others.say('alice', 'me', `${i}`, start + i * 10);
      others.sayInGroup('alice', 'team', `${i}`, start + i * 10 - 5);
    }
    await enter(stage);
    const group = { conversationID: 'GROUPteam' };
    const c2c = { conversationID: 'C2Calice' };
    await hop(stage, 'group, older', { ...group, sequence: 20, direction: 0, count: 5 });
    await hop(stage, 'group, newer', { ...group, sequence: 20, direction: 1, count: 5 });
    await hop(stage, 'group, to the beginning', { ...group, sequence: 5, direction: 0, count: 15 });
    await hop(stage, 'group, to the end', { ...group, sequence: 35, direction: 1, count: 15 });
    await hop(stage, 'group, beyond the end', { ...group, sequence: 41, direction: 1, count: 15 });
    await hop(stage, 'C2C, older', { ...c2c, time: start + 200, direction: 0, count: 5 });
    await hop(stage, 'C2C, newer', { ...c2c, time: start + 200, direction: 1, count: 5 });
    await hop(stage, 'C2C, to the beginning', { ...c2c, time: start + 50, direction: 0, count: 15 });
    await hop(stage, 'C2C, to the end', { ...c2c, time: start + 350, direction: 1, count: 15 });
    await step('the list is not touched', () => sdk.getMessageList({ conversationID: 'C2Calice' }));
  },
};
