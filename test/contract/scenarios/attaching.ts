import { enter, type Scenario } from '../stage.ts';

/** What is attached to messages: extensions, and in 3.x reactions. */
export const attaching: Scenario = {
  name: 'attaching',
  async play(stage) {
    const { sdk, step, note, others, flavour } = stage;
    others.addGroup('team', ['me', 'alice']);
    others.sayInGroup('alice', 'team', 'before');
    await enter(stage);
    const message = sdk.createTextMessage({
      to: 'team',
      conversationType: 'GROUP' as never,
      payload: { text: 'mine' },
      isSupportExtension: true,
    });
    await step('a text', () => sdk.sendMessage(message));
    await step('extensions', () => sdk.setMessageExtensions(message, [{ key: 'a', value: '1' }]));
    await step('all extensions', () => sdk.getMessageExtensions(message));
    await step('without extensions', () => sdk.deleteMessageExtensions(message, ['a']));
    await step('no extensions', () => sdk.getMessageExtensions(message));
    if (flavour === '2.x') return;
    await step('a reaction', () => sdk.addMessageReaction(message, 'like'));
    await step('the same again', () => sdk.addMessageReaction(message, 'like'));
    const counted = { messageList: [message], maxUserCountPerReaction: 10 };
    await step('all reactions', () => sdk.getMessageReactions(counted));
    await step('who', () => sdk.getAllUserListOfMessageReaction({ message, reactionID: 'like' } as never));
    await step('no reaction', () => sdk.removeMessageReaction(message, 'like'));
    await step('no reactions', () => sdk.getMessageReactions(counted));
    note('message', message);
  },
};
