// What our code rests on in groups, asked of the packages themselves. What the service does, and in which order it
// answers and tells, is the stand-in's; what the packages make of it is theirs.

import type { Conversation, Group, GroupMember, Message } from '@tencentcloud/chat';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Boot, bootSdk, type PackageName, packages } from './boot.ts';
import { endOf, enter, namesOfEvents, payloadsOf, soon } from './observe.ts';

let boot: Boot;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  await soon(boot.dispose(), 20_000);
  vi.useRealTimers();
  if (boot.cloud.unknown.size > 0) throw new Error(`unanswered: ${[...boot.cloud.unknown].join(' ')}`);
});

const pass = async (ms = 2000): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

/** What each list of groups says about one of them, in the moment it comes: the objects change later. */
function tracesOf<T>(groupID: string, look: (group: Group) => T): (T | undefined)[] {
  const traces: (T | undefined)[] = [];
  boot.sdk.on(boot.TIM.EVENT.GROUP_LIST_UPDATED, ({ data }: { readonly data: readonly Group[] }) => {
    const group = data.find((one) => one.groupID === groupID);
    traces.push(group && look(group));
  });
  return traces;
}

const tips = (): readonly Message[][] => payloadsOf<Message[]>(boot, boot.TIM.EVENT.MESSAGE_RECEIVED);

async function group(groupID: string): Promise<Group | undefined> {
  const { data } = await soon(boot.sdk.getGroupList());
  return data.groupList.find((one: Group) => one.groupID === groupID);
}

describe.each(packages)('%s, told what others do,', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.setUser('bob', { nick: 'Bob' });
    boot.cloud.addGroup('team', ['alice', 'me', 'bob']);
    await enter(boot, 'me');
  });

  it('brings a tip as a message, with the members it is about and how many there are now', async () => {
    const messages = tips();
    boot.cloud.addToGroup('alice', 'team', ['carol']);
    await pass();
    expect(messages).toMatchObject([
      [
        {
          conversationID: 'GROUPteam',
          type: 'TIMGroupTipElem',
          from: '@TIM#SYSTEM',
          flow: 'in',
          payload: {
            operationType: 1,
            operatorID: 'alice',
            userIDList: ['carol'],
            memberList: [{ userID: 'carol', nick: '', avatar: '' }],
            memberCount: 4,
            groupProfile: { groupID: 'team', groupName: 'name of team' },
          },
        },
      ],
    ]);
  });

  it('brings every kind of tip with its number', async () => {
    const messages = tips();
    const { cloud } = boot;
    cloud.joinGroup('carol', 'team');
    cloud.quitGroup('carol', 'team');
    cloud.setAdmin('alice', 'team', 'bob');
    cloud.setAdmin('alice', 'team', 'bob', false);
    cloud.updateGroup('alice', 'team', { Name: 'new' });
    cloud.muteInGroup('alice', 'team', 'bob', 60);
    cloud.kickFromGroup('alice', 'team', ['bob']);
    await pass();
    const payloads = messages.flat().map(({ payload }) => payload);
    expect(payloads.map(({ operationType, userIDList }) => [operationType, userIDList])).toEqual([
      [1, ['carol']],
      [2, ['carol']],
      [4, ['bob']],
      [5, ['bob']],
      [6, ['alice']], // nobody is affected: the operator stands in
      [7, ['bob']],
      [3, ['bob']],
    ]);
    expect(payloads[5]).toMatchObject({ memberList: [{ userID: 'bob', muteTime: 60 }] });
  });

  it('gives the tips of the history the same form', async () => {
    const messages = tips();
    boot.cloud.kickFromGroup('alice', 'team', ['bob']);
    await pass();
    const { data } = await soon(boot.sdk.getMessageList({ conversationID: 'GROUPteam' }));
    const told = messages[0]?.[0];
    expect(data.messageList).toMatchObject([{ ID: told?.ID, type: told?.type, payload: told?.payload }]);
  });

  it('counts the members after the tip; the list that comes first, on 2.x, still has the old number', async () => {
    const names = namesOfEvents(boot);
    const counts = tracesOf('team', ({ memberCount }) => memberCount);
    boot.cloud.joinGroup('carol', 'team');
    await pass();
    const listFirst = names.indexOf('GROUP_LIST_UPDATED') < names.indexOf('MESSAGE_RECEIVED');
    expect({ listFirst, counts }).toEqual(
      name === 'tim-js-sdk' ? { listFirst: true, counts: [3] } : { listFirst: false, counts: [4] },
    );
    expect(await group('team')).toMatchObject({ memberCount: 4 });
  });

  it('does not see in its group that I am an admin now', async () => {
    const roles = tracesOf('team', ({ selfInfo }) => selfInfo.role);
    const messages = tips();
    boot.cloud.setAdmin('alice', 'team', 'me');
    boot.cloud.updateGroup('alice', 'team', { Name: 'new' });
    await pass();
    expect(messages.flat().map(({ payload }) => payload.operationType)).toEqual([4, 9, 6]);
    expect(roles.at(-1)).toBe('Member');
  });

  it('says what of the profile has changed, and has it in the list', async () => {
    const messages = tips();
    const groups = tracesOf('team', ({ name: called, muteAllMembers }) => [called, muteAllMembers]);
    boot.cloud.updateGroup('alice', 'team', { Name: 'new', Introduction: 'text', ShutUpAllMember: 'On' });
    await pass();
    expect(messages[0]?.[0]?.payload.newGroupProfile).toEqual({
      groupName: 'new',
      introduction: 'text',
      muteAllMembers: true,
    });
    // Both forms occur: 3.x takes the word for it that it has from the service.
    expect(groups.at(-1)).toEqual(['new', name === '@tencentcloud/chat' ? 'On' : true]);
  });

  it('makes me the owner; on 2.x the group keeps the ownerID of the last one', async () => {
    const owners = tracesOf('team', ({ ownerID, selfInfo }) => [ownerID, selfInfo.role]);
    boot.cloud.changeOwner('team', 'me');
    await pass();
    expect(owners.at(-1)).toEqual([name === 'tim-js-sdk' ? 'alice' : 'me', 'Owner']);
  });

  it('lists a group that I was taken into at first without my role, on lite for good, on 3.x without its name', async () => {
    const traces = tracesOf('other', (one) => [one.name, one.selfInfo.role]);
    boot.cloud.addGroup('other', ['alice']);
    boot.cloud.addToGroup('alice', 'other', ['me']);
    await pass();
    const [first, last] = [traces.find((trace) => trace !== undefined), traces.at(-1)];
    expect(first).toEqual([name === '@tencentcloud/chat' ? '' : 'name of other', '']);
    expect(last).toEqual(['name of other', name === '@tencentcloud/lite-chat' ? '' : 'Member']);
  });

  it.each([
    ['kicked', 4],
    ['dismissed', 5],
  ] as const)('drops a group from which I was %s, but not its conversation', async (what, operationType) => {
    boot.cloud.sayInGroup('alice', 'team', 'hello');
    await pass();
    const messages = tips();
    const traces = tracesOf('team', () => 'there');
    if (what === 'kicked') boot.cloud.kickFromGroup('alice', 'team', ['me'], 'a reason');
    else boot.cloud.dismissGroup('team');
    await pass();
    expect(messages.flat().at(-1)).toMatchObject({
      type: 'TIMGroupSystemNoticeElem',
      conversationID: '@TIM#SYSTEM',
      payload: { operationType, operatorID: 'alice', groupProfile: { groupID: 'team' } },
    });
    expect(traces.at(-1)).toBeUndefined();
    const { data } = await soon(boot.sdk.getConversationList());
    const IDs = data.conversationList.map((one: Conversation) => one.conversationID);
    expect(IDs).toContain('GROUPteam');
  });

  it('counts notices in a system conversation, which lite does not list', async () => {
    boot.cloud.notify('me', 'team', 'content');
    await pass();
    const { data } = await soon(boot.sdk.getConversationList());
    const system = data.conversationList.find((one: Conversation) => one.conversationID === '@TIM#SYSTEM');
    expect(system?.unreadCount).toBe(name === '@tencentcloud/lite-chat' ? undefined : 1);
  });

  it('tells attributes whole, with the keys that have changed, and no event when none has', async () => {
    const told = payloadsOf(boot, boot.TIM.EVENT.GROUP_ATTRIBUTES_UPDATED);
    await soon(boot.sdk.initGroupAttributes({ groupID: 'team', groupAttributes: { a: '1' } }));
    boot.cloud.setAttributes('team', { b: '2' });
    boot.cloud.deleteAttributes('team', ['a']);
    await pass();
    await soon(boot.sdk.setGroupAttributes({ groupID: 'team', groupAttributes: { b: '2' } }));
    expect(told).toEqual([
      { groupID: 'team', groupAttributes: { a: '1' }, updatedKeyList: ['a'], deletedKeyList: [] },
      { groupID: 'team', groupAttributes: { a: '1', b: '2' }, updatedKeyList: ['b'], deletedKeyList: [] },
      { groupID: 'team', groupAttributes: { b: '2' }, updatedKeyList: [], deletedKeyList: ['a'] },
    ]);
  });

  it('tells counters key by key', async () => {
    const told = payloadsOf(boot, boot.TIM.EVENT.GROUP_COUNTER_UPDATED);
    const set = boot.sdk.setGroupCounters({ groupID: 'team', counters: { likes: 1, views: 2 } });
    expect((await soon(set)).data.counters).toEqual({ likes: 1, views: 2 });
    expect(told).toEqual([
      { groupID: 'team', key: 'likes', value: 1 },
      { groupID: 'team', key: 'views', value: 2 },
    ]);
  });

  it('throttles the list of groups, lite does not', async () => {
    const names = tracesOf('team', (one) => one.name);
    for (const called of ['a', 'b', 'c']) boot.cloud.updateGroup('alice', 'team', { Name: called });
    const at = names.length;
    await pass();
    expect([at, names.length]).toEqual(name === '@tencentcloud/lite-chat' ? [3, 3] : [1, 2]);
    expect(names.at(-1)).toBe('c');
  });
});

describe.each(packages)('%s, whose user owns a group that asks,', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.addGroup('mine', ['me'], { ApplyJoinOption: 'NeedPermission' });
  });

  it('tells who applies; the name of the group is called otherwise on lite', async () => {
    await enter(boot, 'me');
    const messages = tips();
    boot.cloud.applyToJoin('bob', 'mine', 'please');
    await pass();
    expect(messages[0]?.[0]?.payload).toMatchObject({
      operationType: 1,
      operatorID: 'bob',
      handleMessage: 'please',
      authentication: expect.any(String),
      messageKey: expect.any(Number),
      groupProfile: {
        groupID: 'mine',
        [name === '@tencentcloud/lite-chat' ? 'groupName' : 'name']: 'name of mine',
        to: 'me',
      },
    });
  });

  it('lists the open applications and answers them, by a plain object', async () => {
    await enter(boot, 'me');
    boot.cloud.applyToJoin('bob', 'mine', 'please');
    boot.cloud.applyToJoin('carol', 'mine');
    const { data } = await soon(boot.sdk.getGroupApplicationList());
    expect(data.applicationList).toMatchObject([
      { applicant: 'bob', groupID: 'mine', groupName: 'name of mine', applicationType: 0 },
      { applicant: 'carol' },
    ]);
    const application = { ...data.applicationList[0] };
    const handle = boot.sdk.handleGroupApplication({
      handleAction: 'Agree',
      handleMessage: 'hi',
      application,
    });
    expect((await soon(handle)).data.group.groupID).toBe('mine');
    expect([...boot.cloud.group('mine').members.keys()]).toEqual(['me', 'bob']);
    const left = await soon(boot.sdk.getGroupApplicationList());
    expect(left.data.applicationList).toMatchObject([{ applicant: 'carol' }]);
  });

  it('answers an application by its notice, which is then gone; lite has notices in no history', async () => {
    await enter(boot, 'me');
    const notices = async () =>
      (await soon(boot.sdk.getMessageList({ conversationID: '@TIM#SYSTEM' }))).data.messageList.length;
    const messages = tips();
    boot.cloud.applyToJoin('bob', 'mine');
    await pass();
    const [message] = messages[0] ?? [];
    if (!message) throw new Error('no notice came');
    const before = await notices();
    await soon(boot.sdk.handleGroupApplication({ handleAction: 'Reject', message }));
    expect([before, await notices()]).toEqual([name === '@tencentcloud/lite-chat' ? 0 : 1, 0]);
    expect(boot.cloud.group('mine').requests).toMatchObject([{ applicant: 'bob', handled: true }]);
  });

  it('hands over a notice that was missed while the network was down; lite does not', async () => {
    await enter(boot, 'me');
    const messages = tips();
    boot.goOffline();
    await pass(500);
    boot.cloud.applyToJoin('bob', 'mine');
    boot.goOnline();
    await pass(5000);
    expect(messages.flat()).toHaveLength(name === '@tencentcloud/lite-chat' ? 0 : 1);
  });

  it('has a notice from before the login in the history only, read, and in no event; lite not even there', async () => {
    boot.cloud.applyToJoin('bob', 'mine');
    const messages = tips();
    await enter(boot, 'me');
    expect(messages).toEqual([]);
    const { data } = await soon(boot.sdk.getMessageList({ conversationID: '@TIM#SYSTEM' }));
    const notices = data.messageList.map((one: Message & { readonly isRead: boolean }) => [
      one.payload.operatorID,
      one.isRead,
    ]);
    expect(notices).toEqual(name === '@tencentcloud/lite-chat' ? [] : [['bob', true]]);
  });
});

describe.each(packages)('%s, doing it itself,', (name) => {
  const lite = name === '@tencentcloud/lite-chat';

  beforeEach(async () => {
    boot = await bootSdk(name);
  });

  it('joins in three outcomes, of which lite answers all with a group, the others the first', async () => {
    boot.cloud.addGroup('free', ['alice']);
    boot.cloud.addGroup('asks', ['alice'], { ApplyJoinOption: 'NeedPermission' });
    await enter(boot, 'me');
    const outcomes = [];
    for (const groupID of ['free', 'free', 'asks']) {
      const { data } = await soon(boot.sdk.joinGroup({ groupID, applyMessage: 'please' }));
      outcomes.push([data.status, data.group !== undefined]);
    }
    expect(outcomes).toEqual([
      ['JoinedSuccess', true],
      ['AlreadyInGroup', lite],
      ['WaitAdminApproval', lite],
    ]);
  });

  it('refuses to join with the code of the service', async () => {
    boot.cloud.addGroup('shut', ['alice'], { ApplyJoinOption: 'DisableApply' });
    await enter(boot, 'me');
    expect(await endOf(boot.sdk.joinGroup({ groupID: 'shut' }))).toBe(10007);
    expect(await endOf(boot.sdk.joinGroup({ groupID: 'nowhere' }))).toBe(10010);
  });

  it('joins with my role in the group; lite learns that from the profile', async () => {
    boot.cloud.addGroup('free', ['alice']);
    await enter(boot, 'me');
    const { data } = await soon(boot.sdk.joinGroup({ groupID: 'free' }));
    expect(data.group.selfInfo.role).toBe(lite ? '' : 'Member');
    await soon(boot.sdk.getGroupProfile({ groupID: 'free' }));
    expect((await group('free'))?.selfInfo.role).toBe('Member');
  });

  it('lists a group once the application is accepted; lite without a name', async () => {
    boot.cloud.addGroup('asks', ['alice'], { ApplyJoinOption: 'NeedPermission' });
    await enter(boot, 'me');
    await soon(boot.sdk.joinGroup({ groupID: 'asks' }));
    const names = tracesOf('asks', (one) => one.name);
    boot.cloud.answerApplicant('alice', 'asks', 'me', true, 'welcome');
    await pass();
    expect(names.at(-1)).toBe(name === 'tim-js-sdk' ? 'name of asks' : '');
  });

  it('creates a group and says a first word in it; lite knows neither owner, role nor count', async () => {
    await enter(boot, 'me');
    const { TIM, sdk, cloud } = boot;
    const options = {
      type: TIM.TYPES.GRP_PUBLIC,
      name: 'New',
      groupID: 'new',
      memberList: [{ userID: 'bob' }],
    };
    const { data } = await soon(sdk.createGroup(options), 2000);
    expect([data.group.ownerID, data.group.selfInfo.role, data.group.memberCount]).toEqual(
      lite ? ['', '', 0] : ['me', 'Owner', 2],
    );
    expect(cloud.group('new').messages).toMatchObject([
      { From_Account: 'me', MsgBody: [{ MsgType: 'TIMCustomElem' }] },
    ]);
  });

  it('refuses me the roles of a group that I have created until, on lite, its profile was asked for', async () => {
    await enter(boot, 'me');
    const { TIM, sdk } = boot;
    const memberList = [{ userID: 'bob' }];
    await soon(
      sdk.createGroup({ type: TIM.TYPES.GRP_PUBLIC, name: 'New', groupID: 'new', memberList }),
      2000,
    );
    const setRole = () =>
      sdk.setGroupMemberRole({ groupID: 'new', userID: 'bob', role: TIM.TYPES.GRP_MBR_ROLE_ADMIN });
    expect(await endOf(setRole())).toBe(lite ? 2681 : 'resolved');
    await soon(sdk.getGroupProfile({ groupID: 'new' }));
    expect(await endOf(setRole())).toBe('resolved');
  });

  it('names the members who were too many, which lite keeps to itself', async () => {
    boot.cloud.setUser('busy', { invited: 'is full' });
    await enter(boot, 'me');
    const memberList = [{ userID: 'busy' }];
    const create = boot.sdk.createGroup({ type: boot.TIM.TYPES.GRP_PUBLIC, name: 'New', memberList });
    expect((await soon(create)).data.overLimitUserIDList).toEqual(lite ? undefined : ['busy']);
  });

  it('lists a room that I have created on lite only', async () => {
    await enter(boot, 'me');
    const room = { type: boot.TIM.TYPES.GRP_AVCHATROOM, name: 'Room', groupID: 'room' };
    await soon(boot.sdk.createGroup(room), 2000);
    expect((await group('room')) !== undefined).toBe(lite);
  });

  it('leaves the first room when it joins a second', async () => {
    boot.cloud.addGroup('room1', ['alice'], { type: 'AVChatRoom' });
    boot.cloud.addGroup('room2', ['alice'], { type: 'AVChatRoom' });
    await enter(boot, 'me');
    await soon(boot.sdk.joinGroup({ groupID: 'room1' }));
    await soon(boot.sdk.joinGroup({ groupID: 'room2' }));
    expect([await group('room1'), (await group('room2'))?.type]).toEqual([undefined, 'AVChatRoom']);
    expect(boot.cloud.group('room1').members.has('me')).toBe(false);
  });

  it('drops a group that I quit, but not its conversation', async () => {
    boot.cloud.addGroup('team', ['alice', 'me']);
    boot.cloud.sayInGroup('alice', 'team', 'hello');
    await enter(boot, 'me');
    const traces = tracesOf('team', () => 'there');
    expect((await soon(boot.sdk.quitGroup('team'))).data.groupID).toBe('team');
    await pass();
    expect(traces.at(-1)).toBeUndefined();
    expect((await soon(boot.sdk.getConversationList())).data.conversationList).toHaveLength(1);
    expect(await endOf(boot.sdk.quitGroup('team'))).toBe(2623);
  });

  it('looks a group up without listing it', async () => {
    boot.cloud.addGroup('team', ['alice']);
    await enter(boot, 'me');
    const { data } = await soon(boot.sdk.searchGroupByID('team'));
    expect(data.group).toMatchObject({ groupID: 'team', name: 'name of team', ownerID: 'alice' });
    expect(await group('team')).toBeUndefined();
    expect(await endOf(boot.sdk.searchGroupByID('nowhere'))).toBe(10010);
  });

  it('hands a group over; on 2.x I stay its owner in selfInfo', async () => {
    boot.cloud.addGroup('team', ['me', 'alice']);
    await enter(boot, 'me');
    const { data } = await soon(boot.sdk.changeGroupOwner({ groupID: 'team', newOwnerID: 'alice' }));
    const { ownerID, selfInfo } = data.group;
    // Where the tip comes before the answer. 3.x and lite take the role from the tip's operator.
    expect([ownerID, selfInfo.role]).toEqual(['alice', name === 'tim-js-sdk' ? 'Owner' : 'Member']);
  });
});

describe.each(packages)('the members of a group in %s', (name) => {
  beforeEach(async () => {
    boot = await bootSdk(name);
    boot.cloud.addGroup('team', ['me', 'alice', 'bob'], { InviteJoinOption: 'FreeAccess' });
    await enter(boot, 'me');
  });

  it('come in pages, whose offset is 0 at the end', async () => {
    const pages = [];
    for (const offset of [0, 2]) {
      const { data } = await soon(boot.sdk.getGroupMemberList({ groupID: 'team', count: 2, offset }));
      pages.push([data.memberList.map((one: GroupMember) => one.userID), data.offset]);
    }
    expect(pages).toEqual([
      [['me', 'alice'], 2],
      [['bob'], 0],
    ]);
  });

  it('come with an absolute time for the end of a mute', async () => {
    const until = Math.floor(Date.now() / 1000) + 60;
    boot.cloud.muteInGroup('me', 'team', 'bob', 60);
    const list = boot.sdk.getGroupMemberProfile({ groupID: 'team', userIDList: ['bob', 'nobody'] });
    expect((await soon(list)).data.memberList).toMatchObject([
      { userID: 'bob', role: 'Member', muteUntil: until },
    ]);
  });

  it('are added with four outcomes', async () => {
    boot.cloud.setUser('busy', { invited: 'is full' });
    boot.cloud.setUser('never', { invited: 'fails' });
    const userIDList = ['carol', 'bob', 'busy', 'never'];
    const { data } = await soon(boot.sdk.addGroupMember({ groupID: 'team', userIDList }));
    expect(data).toMatchObject({
      successUserIDList: ['carol'],
      existedUserIDList: ['bob'],
      overLimitUserIDList: ['busy'],
      failureUserIDList: ['never'],
    });
  });

  it('may not speak while they are muted, and may afterwards', async () => {
    boot.cloud.addGroup('other', ['alice', 'me']);
    boot.cloud.sayInGroup('alice', 'other', 'hello');
    boot.cloud.muteInGroup('alice', 'other', 'me', 60);
    const send = () =>
      boot.sdk.sendMessage(
        boot.sdk.createTextMessage({
          to: 'other',
          conversationType: boot.TIM.TYPES.CONV_GROUP,
          payload: { text: 'hello' },
        }),
      );
    expect(await endOf(send())).toBe(10017);
    await pass(60_000);
    expect(await endOf(send())).toBe('resolved');
  });

  it('are counted twice by 2.x when the tip comes before the answer', async () => {
    await soon(boot.sdk.addGroupMember({ groupID: 'team', userIDList: ['carol'] }));
    expect(boot.cloud.group('team').members.size).toBe(4);
    const counts = tracesOf('team', ({ memberCount }) => memberCount);
    boot.cloud.updateGroup('me', 'team', { Name: 'new' });
    await pass();
    expect(counts.at(-1)).toBe(name === 'tim-js-sdk' ? 5 : 4);
  });

  it('are removed, muted and named without an event but the tip', async () => {
    const messages = tips();
    const { sdk } = boot;
    await soon(sdk.setGroupMemberMuteTime({ groupID: 'team', userID: 'bob', muteTime: 60 }));
    await soon(sdk.setGroupMemberNameCard({ groupID: 'team', userID: 'bob', nameCard: 'Bobby' }));
    const memberCustomField = [{ key: 'k', value: 'v' }];
    await soon(sdk.setGroupMemberCustomField({ groupID: 'team', userID: 'bob', memberCustomField }));
    const { data } = await soon(sdk.getGroupMemberProfile({ groupID: 'team', userIDList: ['bob'] }));
    expect(data.memberList).toMatchObject([{ nameCard: 'Bobby', memberCustomField }]);
    await soon(sdk.deleteGroupMember({ groupID: 'team', userIDList: ['bob'], reason: 'a reason' }));
    expect(messages.flat().map(({ payload }) => payload.operationType)).toEqual([7, 3]);
    expect(boot.cloud.group('team').members.has('bob')).toBe(false);
  });
});

describe('whether all members are muted', () => {
  it.each([
    ['tim-js-sdk', false],
    ['@tencentcloud/chat', 'Off'],
    ['@tencentcloud/lite-chat', false],
  ] as const satisfies readonly (readonly [PackageName, unknown])[])(
    'is, in a group that %s has just created and listed again, %s',
    async (name, expected) => {
      boot = await bootSdk(name);
      await enter(boot, 'me');
      await soon(
        boot.sdk.createGroup({ type: boot.TIM.TYPES.GRP_PUBLIC, name: 'New', groupID: 'new' }),
        3000,
      );
      boot.cloud.setAdmin('me', 'new', 'me', false);
      await pass();
      expect((await group('new'))?.muteAllMembers).toBe(expected);
    },
  );
});
