import { enter, type Scenario } from '../stage.ts';

/** Groups that the client makes, changes, joins and leaves. */
export const ownGroups: Scenario = {
  name: 'own groups',
  async play(stage) {
    const { sdk, step, others } = stage;
    others.addGroup('open', ['alice', 'bob']);
    others.addGroup('asking', ['alice', 'bob'], { joinOption: 'NeedPermission' });
    others.addGroup('closed', ['alice', 'bob'], { joinOption: 'DisableApply' });
    await enter(stage);
    await step('the list', () => sdk.getGroupList());
    await step('create', () =>
      sdk.createGroup({
        groupID: 'mine',
        name: 'Mine',
        type: 'Public' as never,
        introduction: 'about',
        joinOption: 'FreeAccess' as never,
        memberList: [{ userID: 'alice' }],
      }),
    );
    await step('create a second of this ID', () =>
      sdk.createGroup({ groupID: 'mine', name: 'Mine', type: 'Public' as never }),
    );
    await step('profile', () => sdk.getGroupProfile({ groupID: 'mine' }));
    await step('rename', () => sdk.updateGroupProfile({ groupID: 'mine', name: 'Ours' }));
    await step('a note', () => sdk.updateGroupProfile({ groupID: 'mine', notification: 'note' }));
    await step('hand over', () => sdk.changeGroupOwner({ groupID: 'mine', newOwnerID: 'alice' }));
    await step('profile after', () => sdk.getGroupProfile({ groupID: 'mine' }));
    await step('quit', () => sdk.quitGroup('mine'));
    await step('quit again', () => sdk.quitGroup('mine'));
    await step('join', () => sdk.joinGroup({ groupID: 'open' }));
    await step('join again', () => sdk.joinGroup({ groupID: 'open' }));
    await step('ask to join', () => sdk.joinGroup({ groupID: 'asking', applyMessage: 'please' }));
    await step('join a closed one', () => sdk.joinGroup({ groupID: 'closed' }));
    await step('join nothing', () => sdk.joinGroup({ groupID: 'nowhere' }));
    await step('find one', () => sdk.searchGroupByID('asking'));
    await step('find none', () => sdk.searchGroupByID('nowhere'));
    await step('profile of none', () => sdk.getGroupProfile({ groupID: 'nowhere' }));
    await step('dismiss another’s', () => sdk.dismissGroup('open'));
    await step('create a second', () =>
      sdk.createGroup({
        groupID: 'second',
        name: 'Second',
        type: 'Public' as never,
        joinOption: 'FreeAccess' as never,
      }),
    );
    await step('dismiss', () => sdk.dismissGroup('second'));
    await step('the list after', () => sdk.getGroupList());
    await step('attributes', () => sdk.initGroupAttributes({ groupID: 'open', groupAttributes: { a: '1' } }));
    await step('all attributes', () => sdk.getGroupAttributes({ groupID: 'open', keyList: [] }));
    await step('a counter', () => sdk.setGroupCounters({ groupID: 'open', counters: { c: 1 } }));
    await step('how many are online', () => sdk.getGroupOnlineMemberCount('open'));
  },
};
