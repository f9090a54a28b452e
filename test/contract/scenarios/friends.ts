import { enter, type Scenario } from '../stage.ts';

/** Friends, requests, lists of friends and the blocklist. */
export const friends: Scenario = {
  name: 'friends',
  async play(stage) {
    const { sdk, step, meanwhile, others } = stage;
    others.setUser('alice', { nick: 'Alice', avatar: 'alice.png' });
    others.befriend('me', 'alice');
    await enter(stage);
    await step('the list', () => sdk.getFriendList());
    await step('some', () => sdk.getFriendProfile({ userIDList: ['alice', 'dave'] }));
    await step('check', () =>
      sdk.checkFriend({ userIDList: ['alice', 'dave'], type: 'CheckResult_Type_Both' as never }),
    );
    await step('a remark', () => sdk.updateFriend({ userID: 'alice', remark: 'Al' }));
    await meanwhile('alice renames herself', () => others.setUser('alice', { nick: 'Alice II' }));
    await meanwhile('bob asks', () => others.requestFriend('bob', 'me', 'please'));
    await step('the requests', () => sdk.getFriendApplicationList());
    await step('mark them read', () => sdk.setFriendApplicationRead());
    await step('accept', () =>
      sdk.acceptFriendApplication({ userID: 'bob', type: 'Response_Action_AgreeAndAdd' as never }),
    );
    await step('accept nobody', () =>
      sdk.acceptFriendApplication({ userID: 'dave', type: 'Response_Action_AgreeAndAdd' as never }),
    );
    await meanwhile('carol asks', () => others.requestFriend('carol', 'me', 'please'));
    await step('refuse', () => sdk.refuseFriendApplication({ userID: 'carol' }));
    await step('a list of friends', () => sdk.createFriendGroup({ name: 'close', userIDList: ['alice'] }));
    await step('add to it', () => sdk.addToFriendGroup({ name: 'close', userIDList: ['bob'] }));
    await step('rename it', () => sdk.renameFriendGroup({ oldName: 'close', newName: 'near' }));
    await step('all of them', () => sdk.getFriendGroupList());
    await step('delete it', () => sdk.deleteFriendGroup({ name: 'near' }));
    await step('delete a friend', () =>
      sdk.deleteFriend({ userIDList: ['bob'], type: 'Delete_Type_Both' as never }),
    );
    await step('delete a stranger', () =>
      sdk.deleteFriend({ userIDList: ['dave'], type: 'Delete_Type_Both' as never }),
    );
    await meanwhile('alice ends it', () => others.unfriend('alice', 'me'));
    await step('add', () =>
      sdk.addFriend({
        to: 'dave',
        source: 'AddSource_Type_Web',
        wording: 'hi',
        type: 'Add_Type_Both' as never,
      }),
    );
    await step('block', () => sdk.addToBlacklist({ userIDList: ['carol'] }));
    await step('the blocklist', () => sdk.getBlacklist());
    await step('unblock', () => sdk.removeFromBlacklist({ userIDList: ['carol'] }));
    await step('block oneself', () => sdk.addToBlacklist({ userIDList: ['me'] }));
    await meanwhile('dave blocks us', () => others.block('dave', 'me'));
    await step('a text to dave', () =>
      sdk.sendMessage(
        sdk.createTextMessage({ to: 'dave', conversationType: 'C2C' as never, payload: { text: 'hi' } }),
      ),
    );
  },
};
