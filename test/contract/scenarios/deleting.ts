import { enter, type Scenario } from '../stage.ts';

/** Messages and conversations that are deleted. */
export const deleting: Scenario = {
  name: 'deleting',
  async play(stage) {
    const { sdk, step, meanwhile, note, others, now } = stage;
    others.addGroup('team', ['alice', 'me']);
    for (let i = 5; i > 0; i -= 1) {
      others.say('alice', 'me', `${6 - i}`, now() - i * 10);
      others.sayInGroup('alice', 'team', `${6 - i}`, now() - i * 10 - 5);
    }
    others.say('bob', 'me', 'hello');
    await enter(stage);
    for (const conversationID of ['C2Calice', 'GROUPteam']) {
      const answer = await step(`${conversationID}: history`, () => sdk.getMessageList({ conversationID }));
      const last = answer?.data.messageList.at(-1);
      await step(`${conversationID}: the last message`, () => sdk.deleteMessage([last]));
      note('message', last);
      await step(`${conversationID}: history again`, () => sdk.getMessageList({ conversationID }));
      await step(`${conversationID}: all messages`, () => sdk.clearHistoryMessage(conversationID));
      await step(`${conversationID}: history without`, () => sdk.getMessageList({ conversationID }));
    }
    await step('no message', () => sdk.deleteMessage([]));
    await step('a conversation', () => sdk.deleteConversation('C2Cbob'));
    await meanwhile('it comes again', () => others.say('bob', 'me', 'again'));
    await step('a conversation that is not there', () => sdk.deleteConversation('C2Cdave'));
    await step('several', () =>
      sdk.deleteConversation({
        conversationIDList: ['C2Cbob', 'GROUPteam'],
        clearHistoryMessage: true,
      }),
    );
    await step('the list', () => sdk.getConversationList());
  },
};
