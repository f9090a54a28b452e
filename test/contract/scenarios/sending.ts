import type { Message } from '@tencentcloud/chat';
import { enter, type Scenario, type Stage } from '../stage.ts';

const create = ({ sdk }: Stage, to: string, text: string, conversationType = 'C2C'): Message =>
  sdk.createTextMessage({ to, conversationType: conversationType as never, payload: { text } });

/** Own texts: sent, refused, sent again, unanswered. */
export const sending: Scenario = {
  name: 'sending',
  async play(stage) {
    const { sdk, step, others, note, refuse } = stage;
    others.addGroup('team', ['me', 'alice']);
    others.sayInGroup('alice', 'team', 'welcome');
    await enter(stage);
    const text = create(stage, 'alice', 'hello');
    const { ID } = text;
    const sent = await step('a text', () => sdk.sendMessage(text));
    note('the same object', sent?.data.message === text);
    note('the same ID', text.ID === ID);
    note('found', sdk.findMessage(ID) === text);
    await step('the list', () => sdk.getConversationList());
    const inGroup = create(stage, 'team', 'all', 'GROUP');
    await step('a text in a group', () => sdk.sendMessage(inGroup));
    await step('with all options', () =>
      sdk.sendMessage(
        sdk.createTextMessage({
          to: 'alice',
          conversationType: 'C2C' as never,
          payload: { text: 'more' },
          needReadReceipt: true,
          isSupportExtension: true,
          cloudCustomData: 'data',
        }),
      ),
    );
    const online = create(stage, 'alice', 'typing');
    await step('only online', () => sdk.sendMessage(online, { onlineUserOnly: true }));
    note('found', sdk.findMessage(online.ID));

    const accept = refuse('sendMessage', 20003);
    const failed = create(stage, 'alice', 'no');
    await step('refused', () => sdk.sendMessage(failed));
    note('status', failed.status);
    await step('the messages, one failed', () => sdk.getMessageList({ conversationID: 'C2Calice' }));
    const failedInGroup = create(stage, 'team', 'no', 'GROUP');
    await step('refused in a group', () => sdk.sendMessage(failedInGroup));
    const acceptAgain = refuse('resendMessage', 20003);
    await step('refused again', () => sdk.resendMessage(failed));
    accept();
    acceptAgain();
    await step('again', () => sdk.resendMessage(failed));
    note('message', failed);
    await step('again in a group', () => sdk.resendMessage(failedInGroup));
    await step('the messages', () => sdk.getMessageList({ conversationID: 'C2Calice' }));
    await step('to oneself', () => sdk.sendMessage(create(stage, 'me', 'note')));
    await step('to an unknown group', () => sdk.sendMessage(create(stage, 'nowhere', 'all', 'GROUP')));
    await step('a copy', () => sdk.sendMessage({ ...create(stage, 'alice', 'copy') }));
    await step('what was sent', () => sdk.sendMessage(text));
  },
};
