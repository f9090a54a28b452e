import { readdirSync } from 'node:fs';
import * as react from 'tim-reactive/react';
import * as vue from 'tim-reactive/vue';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { entityCases } from './entity-cases.ts';

/** How each framework gives a store to components: the only names that differ. */
const PROVIDERS = ['TimProvider', 'createTimPlugin', 'provideTimStore'];

const hooksOf = (adapter: object): readonly string[] =>
  Object.keys(adapter)
    .filter((name) => !PROVIDERS.includes(name))
    .sort();

describe('the adapters', () => {
  it('have the same hooks and composables', () => {
    expect(hooksOf(react)).toEqual(hooksOf(vue));
    expect(hooksOf(react)).toEqual([
      'useBlocklist',
      'useConversation',
      'useConversationGroups',
      'useConversationName',
      'useConversations',
      'useDraft',
      'useExtensions',
      'useFriend',
      'useFriendApplications',
      'useFriendGroups',
      'useFriends',
      'useGroup',
      'useGroupApplications',
      'useGroupAttributes',
      'useGroupCounters',
      'useGroupMember',
      'useGroupMembers',
      'useGroupPermissions',
      'useGroups',
      'useIsBlocked',
      'useIsMuted',
      'useIsRevocable',
      'useIsTyping',
      'useMemberName',
      'useMessage',
      'useMessages',
      'useMyProfile',
      'useOnlineMemberCount',
      'usePinnedMessages',
      'useProfile',
      'useReactions',
      'useReadReceipt',
      'useSenderName',
      'useSession',
      'useTimActions',
      'useTimEvent',
      'useTimSelector',
      'useTimStore',
      'useTopics',
      'useTotalUnreadCount',
      'useUnreadFriendApplicationCount',
      'useUploadProgress',
      'useUserName',
      'useUserStatus',
    ]);
  });

  it('have every hook tested: by the cases that both share, or by tests of its own', () => {
    const own = [
      'useConversation',
      'useConversations',
      'useGroupMembers',
      'useMessages',
      'useSession',
      'useTimActions',
      'useTimEvent',
      'useTimSelector',
      'useTimStore',
      'useTotalUnreadCount',
    ];
    expect([...own, ...entityCases.map(({ hook }) => hook)].toSorted()).toEqual(hooksOf(react));
  });

  it('give the store to components in their framework’s way', () => {
    const providersOf = (adapter: object): readonly string[] =>
      Object.keys(adapter).filter((name) => PROVIDERS.includes(name));
    expect([providersOf(react), providersOf(vue).toSorted()]).toEqual([
      ['TimProvider'],
      ['createTimPlugin', 'provideTimStore'],
    ]);
  });

  it('give the same of a conversation’s messages, and take the same', () => {
    expectTypeOf<keyof react.UseMessagesResult>().toEqualTypeOf<keyof vue.UseMessagesResult>();
    expectTypeOf<keyof react.UseMessagesOptions>().toEqualTypeOf<keyof vue.UseMessagesOptions>();
  });

  it('have the same files', () => {
    expect(readdirSync('adapters/react').toSorted()).toEqual(readdirSync('adapters/vue').toSorted());
  });
});
