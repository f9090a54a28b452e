import { enter, type Scenario } from '../stage.ts';

/** Texts of others, in both kinds of conversations, and what becomes of the list and the counts. */
export const receiving: Scenario = {
  name: 'receiving',
  async play(stage) {
    const { sdk, step, meanwhile, others } = stage;
    others.setUser('alice', { nick: 'Alice', avatar: 'alice.png' });
    others.addGroup('team', ['alice', 'me', 'bob']);
    others.sayInGroup('bob', 'team', 'welcome');
    await enter(stage);
    await meanwhile('a text', () => others.say('alice', 'me', 'hello'));
    await meanwhile('a second text', () => others.say('alice', 'me', 'there'));
    await meanwhile('a text in a group', () => others.sayInGroup('alice', 'team', 'all'));
    await step('the list', () => sdk.getConversationList());
    await step('reading the C2C conversation', () => sdk.setMessageRead({ conversationID: 'C2Calice' }));
    await step('reading the group', () => sdk.setMessageRead({ conversationID: 'GROUPteam' }));
    await step('reading what is read', () => sdk.setMessageRead({ conversationID: 'C2Calice' }));
    await step('the total', () => sdk.getTotalUnreadMessageCount());
    await meanwhile('a new name', () => {
      others.setUser('alice', { nick: 'Alice II' });
      others.say('alice', 'me', 'renamed');
    });
    await step('what was renamed', () => sdk.getMessageList({ conversationID: 'C2Calice' }));
  },
};
