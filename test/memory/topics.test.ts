import { describe, expect, it } from 'vitest';
import { groupLists, watchGroups } from './group-world.ts';
import { type Heard, listen } from './listen.ts';
import { createTestWorld, type TestClient, texts } from './world.ts';

const CLUB = '@TGS#_club';
const NEWS = `${CLUB}@TOPIC#_news`;

interface Member extends TestClient {
  readonly heard: Heard[];
}

/** A community of alice's, with me and bob, and the topic 'News' in it. */
async function clubWorld() {
  const world = createTestWorld();
  const { server } = world;
  server.addGroup(CLUB, {
    ownerID: 'alice',
    memberIDs: ['me', 'bob'],
    type: 'Community',
    isSupportTopic: true,
    name: 'Club',
  });
  server.group(CLUB).addTopic({ topicID: NEWS, topicName: 'News' });
  const join = async (userID: string): Promise<Member> => {
    const client = watchGroups(await world.connect(userID));
    return { ...client, heard: listen(client.sdk, 'onTopicCreated', 'onTopicDeleted', 'onTopicUpdated') };
  };
  return { ...world, join, me: await join('me'), alice: await join('alice') };
}

describe('communities with topics', () => {
  it('are in getJoinedCommunityList and in no other list', async () => {
    const { me, run } = await clubWorld();
    const { data } = await run(me.sdk.getJoinedCommunityList());
    expect(data.groupList).toMatchObject([{ groupID: CLUB, isSupportTopic: true, name: 'Club' }]);
    const { data: others } = await run(me.sdk.getGroupList());
    expect(others.groupList.map(({ groupID }) => groupID)).toEqual(['g1']);
    expect(groupLists(me).flat()).not.toContain(CLUB);
  });

  it('are talked in by topics only', async () => {
    const { me, run, codeOf } = await clubWorld();
    await run(me.sdk.getJoinedCommunityList());
    const options = { to: CLUB, conversationType: 'GROUP', payload: { text: 'hello' } };
    expect(await codeOf(me.sdk.sendMessage(me.sdk.createTextMessage(options)))).toBe(2115);
  });

  it('are made by createGroup, without a message', async () => {
    const { me, run, server } = await clubWorld();
    const { data } = await run(me.sdk.createGroup({ name: 'Mine', type: 'Community', isSupportTopic: true }));
    const { groupID } = data.group;
    expect(data.group.isSupportTopic).toBe(true);
    expect(server.truth.messages('me', `GROUP${groupID}`)).toEqual([]);
    const { data: made } = await run(me.sdk.createTopicInCommunity({ groupID, topicName: 'First' }));
    expect(made.topicID.startsWith(`${groupID}@TOPIC#_`)).toBe(true);
  });
});

describe('createTopicInCommunity', () => {
  it('tells the others, not who does it', async () => {
    const { me, alice, run } = await clubWorld();
    const { data } = await run(alice.sdk.createTopicInCommunity({ groupID: CLUB, topicName: 'Cooking' }));
    expect(me.heard).toEqual([{ name: 'onTopicCreated', data: { groupID: CLUB, topicID: data.topicID } }]);
    expect(alice.heard).toEqual([]);
  });

  it('is for the owner and the admins, and wants a name and a fitting ID', async () => {
    const { me, alice, codeOf } = await clubWorld();
    const topic = { groupID: CLUB, topicName: 'x' };
    expect(await codeOf(me.sdk.createTopicInCommunity(topic))).toBe(10007);
    expect(await codeOf(alice.sdk.createTopicInCommunity({ ...topic, topicID: 'x' }))).toBe(3021);
    expect(await codeOf(alice.sdk.createTopicInCommunity({ ...topic, topicID: NEWS }))).toBe(10021);
    expect(() => void alice.sdk.createTopicInCommunity({ groupID: CLUB } as never)).toThrow(
      'Params validate failed.',
    );
  });
});

describe('getTopicList', () => {
  it('answers the live topics, and who is unknown', async () => {
    const { me, run } = await clubWorld();
    const { data } = await run(me.sdk.getTopicList({ groupID: CLUB, topicIDList: [NEWS, 'unknown'] }));
    expect(data.failureTopicList).toEqual([{ topicID: 'unknown', code: 10010, message: '' }]);
    expect(data.successTopicList).toMatchObject([{ topicID: NEWS, topicName: 'News', unreadCount: 0 }]);
    const { data: again } = await run(me.sdk.getTopicList({ groupID: CLUB }));
    expect(again.successTopicList[0]).toBe(data.successTopicList[0]);
  });

  it('refuses who is not in the community', async () => {
    const { server, connect, codeOf } = await clubWorld();
    server.addUser('carol');
    const carol = await connect('carol');
    expect(await codeOf(carol.sdk.getTopicList({ groupID: CLUB }))).toBe(10007);
  });
});

describe('updateTopicProfile', () => {
  it('changes the live topic of who has asked for it, with TOPIC_UPDATED', async () => {
    const { me, alice, join, run } = await clubWorld();
    const bob = await join('bob');
    const { data } = await run(me.sdk.getTopicList({ groupID: CLUB }));
    const change = { groupID: CLUB, topicID: NEWS, topicName: 'Old news', muteAllMembers: true };
    await run(alice.sdk.updateTopicProfile(change));
    const [topic] = data.successTopicList;
    expect(topic).toMatchObject({ topicName: 'Old news', muteAllMembers: true });
    expect(me.heard).toEqual([{ name: 'onTopicUpdated', data: { groupID: CLUB, topic } }]);
    expect(bob.heard).toEqual([]);
  });
});

describe('deleteTopicFromCommunity', () => {
  it('takes topics away for everybody', async () => {
    const { me, alice, run } = await clubWorld();
    const { data } = await run(
      alice.sdk.deleteTopicFromCommunity({ groupID: CLUB, topicIDList: [NEWS, 'x'] }),
    );
    expect(data.successTopicList).toEqual([{ topicID: NEWS }]);
    expect(data.failureTopicList).toMatchObject([{ topicID: 'x', code: 10010 }]);
    expect(me.heard).toEqual([{ name: 'onTopicDeleted', data: { groupID: CLUB, topicIDList: [NEWS] } }]);
    const { data: left } = await run(me.sdk.getTopicList({ groupID: CLUB }));
    expect(left.successTopicList).toEqual([]);
  });
});

describe('messages in a topic', () => {
  const write = (from: TestClient, text: string) =>
    from.sdk.sendMessage(
      from.sdk.createTextMessage({ to: NEWS, conversationType: 'GROUP', payload: { text } }),
    );

  it('arrive as a group’s, count in the topic, and are in no list of conversations', async () => {
    const { me, alice, run, clock } = await clubWorld();
    const { data } = await run(me.sdk.getTopicList({ groupID: CLUB }));
    const [topic] = data.successTopicList;
    await run(write(alice, 'hello'));
    expect(me.received()).toMatchObject([{ conversationID: `GROUP${NEWS}`, to: NEWS, sequence: 1 }]);
    expect(topic).toMatchObject({ unreadCount: 1, nextMessageSeq: 2, lastMessage: { lastSequence: 1 } });
    expect(me.heard.at(-1)).toEqual({ name: 'onTopicUpdated', data: { groupID: CLUB, topic } });
    await clock.advance(2000);
    const { data: list } = await me.sdk.getConversationList();
    expect(list.conversationList.map(({ conversationID }) => conversationID)).not.toContain(`GROUP${NEWS}`);
    expect(me.sdk.getTotalUnreadMessageCount()).toBe(0);
  });

  it('are read by setMessageRead', async () => {
    const { me, alice, run } = await clubWorld();
    const { data } = await run(me.sdk.getTopicList({ groupID: CLUB }));
    await run(write(alice, 'hello'));
    await run(me.sdk.setMessageRead({ conversationID: `GROUP${NEWS}` }));
    expect(data.successTopicList[0]).toMatchObject({ unreadCount: 0, selfInfo: { readedSequence: 1 } });
  });

  it('are in the topic’s history, also for who came later', async () => {
    const { server, alice, connect, run } = await clubWorld();
    await run(write(alice, 'hello'));
    server.addUser('carol');
    server.group(CLUB).join('carol');
    const carol = await connect('carol');
    await run(carol.sdk.getTopicList({ groupID: CLUB }));
    const { data } = await run(carol.sdk.getMessageList({ conversationID: `GROUP${NEWS}` }));
    expect(texts(data.messageList)).toEqual(['hello']);
  });

  it('that were missed count after a reconnect', async () => {
    const { server, me, run, clock } = await clubWorld();
    const { data } = await run(me.sdk.getTopicList({ groupID: CLUB }));
    server.network('me').cut();
    server.sendText({ from: 'alice', to: NEWS, text: 'missed' });
    server.network('me').restore();
    await clock.advance(2000);
    expect(texts(me.received())).toEqual(['missed']);
    expect(data.successTopicList[0]).toMatchObject({ unreadCount: 1 });
  });

  it('do not notify where the topic is told not to', async () => {
    const { me, run } = await clubWorld();
    const { data } = await run(me.sdk.getTopicList({ groupID: CLUB }));
    const options = { groupID: NEWS, messageRemindType: 'AcceptNotNotify' };
    const answer = await run(me.sdk.setMessageRemindType(options));
    const [topic] = data.successTopicList;
    expect(answer.data).toEqual({ topic });
    expect(topic).toMatchObject({ selfInfo: { messageRemindType: 'AcceptNotNotify' } });
    expect(me.heard.at(-1)?.name).toBe('onTopicUpdated');
  });

  it('are refused in a topic that mutes all', async () => {
    const { server, me, codeOf } = await clubWorld();
    server.group(CLUB).updateTopic(NEWS, { muteAllMembers: true });
    expect(await codeOf(write(me, 'hello'))).toBe(10017);
  });

  it('end with the community', async () => {
    const { server, me, codeOf } = await clubWorld();
    server.group(CLUB).dismiss();
    expect(server.truth.group(NEWS)).toBeUndefined();
    expect(await codeOf(write(me, 'hello'))).toBe(10010);
  });
});
