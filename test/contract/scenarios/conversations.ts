import type { Conversation } from '@tencentcloud/chat';
import { enter, type Scenario } from '../stage.ts';

/** The list: its order, its live objects, pins, drafts and mutes. */
export const conversations: Scenario = {
  name: 'conversations',
  async play(stage) {
    const { sdk, step, meanwhile, note, others, now } = stage;
    others.setUser('alice', { nick: 'Alice' });
    others.addGroup('team', ['alice', 'me']);
    others.sayInGroup('alice', 'team', 'hello', now() - 30);
    others.say('alice', 'me', 'hello', now() - 20);
    others.say('bob', 'me', 'hello', now() - 10);
    await enter(stage);
    const lists: (readonly Conversation[])[] = [];
    sdk.on('onConversationListUpdated', ({ data }: { data: readonly Conversation[] }) => lists.push(data));
    const before = await step('the list', () => sdk.getConversationList());
    await meanwhile('a text', () => others.say('alice', 'me', 'first'));
    const after = await step('the list after', () => sdk.getConversationList());
    const rows = (list: readonly Conversation[] = []): readonly Conversation[] =>
      list.toSorted((a, b) => a.conversationID.localeCompare(b.conversationID));
    const old = rows(before?.data.conversationList);
    note('the same array', before?.data.conversationList === after?.data.conversationList);
    note(
      'the same rows',
      rows(after?.data.conversationList).every((row, i) => row === old[i]),
    );
    note(
      'the same in the event',
      rows(lists.at(-1)).every((row, i) => row === old[i]),
    );
    await step('one', () => sdk.getConversationProfile('C2Calice'));
    await step('one that is new', () => sdk.getConversationProfile('C2Cdave'));
    await step('some', () => sdk.getConversationList(['C2Calice', 'GROUPteam'] as never));
    await step('pin', () => sdk.pinConversation({ conversationID: 'GROUPteam', isPinned: true }));
    await step('pin again', () => sdk.pinConversation({ conversationID: 'GROUPteam', isPinned: true }));
    await step('unpin', () => sdk.pinConversation({ conversationID: 'GROUPteam', isPinned: false }));
    await step('mute', () =>
      sdk.setMessageRemindType({ userIDList: ['bob'], messageRemindType: 'AcceptNotNotify' as never }),
    );
    await meanwhile('a text in the muted one', () => others.say('bob', 'me', 'quiet'));
    await step('mute a group', () =>
      sdk.setMessageRemindType({ groupID: 'team', messageRemindType: 'AcceptNotNotify' as never }),
    );
    await step('the total', () => sdk.getTotalUnreadMessageCount());
    if (stage.flavour === '3.x') {
      await step('a draft', () =>
        sdk.setConversationDraft({ conversationID: 'C2Calice', draftText: 'dear' }),
      );
    }
  },
};
