import { enter, type Scenario } from '../stage.ts';

/** The members of a group, and what its owner does with them. */
export const members: Scenario = {
  name: 'members',
  async play(stage) {
    const { sdk, step, others } = stage;
    others.setUser('alice', { nick: 'Alice', avatar: 'alice.png' });
    others.addGroup('mine', ['me', 'alice', 'bob']);
    others.addGroup('work', ['me', 'alice'], { type: 'Private' });
    others.addGroup('team', ['alice', 'me', 'bob']);
    for (const groupID of ['mine', 'work', 'team']) others.sayInGroup('alice', groupID, 'welcome');
    await enter(stage);
    const mine = { groupID: 'mine' };
    await step('the list', () => sdk.getGroupMemberList({ ...mine, count: 15, offset: 0 }));
    await step('two of them', () => sdk.getGroupMemberList({ ...mine, count: 2, offset: 0 }));
    await step('some', () => sdk.getGroupMemberProfile({ ...mine, userIDList: ['alice', 'dave'] }));
    await step('of a group that is not there', () => sdk.getGroupMemberList({ groupID: 'nowhere' }));
    await step('an admin', () =>
      sdk.setGroupMemberRole({ ...mine, userID: 'alice', role: 'Admin' as never }),
    );
    await step('an admin in another’s group', () =>
      sdk.setGroupMemberRole({ groupID: 'team', userID: 'bob', role: 'Admin' as never }),
    );
    await step('no such role', () =>
      sdk.setGroupMemberRole({ ...mine, userID: 'alice', role: 'King' as never }),
    );
    await step('mute', () => sdk.setGroupMemberMuteTime({ ...mine, userID: 'bob', muteTime: 60 }));
    await step('mute oneself', () => sdk.setGroupMemberMuteTime({ ...mine, userID: 'me', muteTime: 60 }));
    await step('an own name card', () => sdk.setGroupMemberNameCard({ ...mine, nameCard: 'Chief' }));
    await step('another’s name card', () =>
      sdk.setGroupMemberNameCard({ ...mine, userID: 'alice', nameCard: 'Al' }),
    );
    await step('a custom field', () =>
      sdk.setGroupMemberCustomField({
        ...mine,
        userID: 'alice',
        memberCustomField: [{ key: 'k', value: 'v' }],
      }),
    );
    await step('remove', () => sdk.deleteGroupMember({ ...mine, userIDList: ['bob'], reason: 'why' }));
    await step('add to a public group', () => sdk.addGroupMember({ ...mine, userIDList: ['bob'] }));
    await step('add', () => sdk.addGroupMember({ groupID: 'work', userIDList: ['carol', 'alice'] }));
    await step('the list after', () => sdk.getGroupMemberList({ ...mine, count: 15, offset: 0 }));
    await step('the groups', () => sdk.getGroupList());
  },
};
