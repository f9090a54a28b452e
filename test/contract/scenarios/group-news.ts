import { enter, type Scenario } from '../stage.ts';

/** What others do in groups: tips and notices, and what they change. */
export const groupNews: Scenario = {
  name: 'group news',
  async play(stage) {
    const { sdk, step, meanwhile, others } = stage;
    others.addGroup('team', ['alice', 'me', 'bob']);
    others.addGroup('mine', ['me', 'alice']);
    others.addGroup('new', ['alice', 'bob']);
    others.addGroup('doomed', ['alice', 'me']);
    for (const groupID of ['team', 'mine', 'doomed']) others.sayInGroup('alice', groupID, 'welcome');
    await enter(stage);
    await meanwhile('carol joins', () => others.join('carol', 'team'));
    await meanwhile('dave is invited', () => others.invite('alice', 'team', ['dave']));
    await meanwhile('carol quits', () => others.quit('carol', 'team'));
    await meanwhile('dave is removed', () => others.remove('alice', 'team', ['dave']));
    await meanwhile('bob becomes an admin', () => others.setAdmin('alice', 'team', 'bob', true));
    await meanwhile('bob is no admin any more', () => others.setAdmin('alice', 'team', 'bob', false));
    await meanwhile('I become an admin', () => others.setAdmin('alice', 'team', 'me', true));
    await meanwhile('bob is muted', () => others.mute('alice', 'team', 'bob', 60));
    await meanwhile('the group is renamed', () => others.rename('alice', 'team', 'Team'));
    await meanwhile('bob becomes the owner', () => others.handOver('team', 'bob'));
    await meanwhile('I become the owner', () => others.handOver('team', 'me'));
    await meanwhile('I am invited', () => others.invite('alice', 'new', ['me']));
    await meanwhile('I am removed', () => others.remove('alice', 'new', ['me']));
    await meanwhile('a group is dismissed', () => others.dismiss('doomed'));
    await step('the groups', () => sdk.getGroupList());
    await step('the conversations', () => sdk.getConversationList());
    await step('the notices', () => sdk.getMessageList({ conversationID: '@TIM#SYSTEM' }));
  },
};
