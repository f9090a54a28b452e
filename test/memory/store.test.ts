// The store on what of the embedded SDK its own tests put by hand in the place of.
import type { SignalingEvent, TimStore } from 'tim-reactive';
import { c2cID, createTimStore, groupID, selectTimeline, selectTopics } from 'tim-reactive';
import { createManualClock, createMemoryServer, type MemoryServerOptions } from 'tim-reactive/memory';
import { describe, expect, it } from 'vitest';

const CLUB = '@TGS#_club';

async function createStores(options: MemoryServerOptions = {}) {
  const clock = createManualClock();
  const server = createMemoryServer({ clock, ...options });
  server.seed({
    users: { me: {}, alice: { nick: 'Alice' } },
    groups: { [CLUB]: { ownerID: 'me', memberIDs: ['alice'], type: 'Community', isSupportTopic: true } },
  });
  const login = async (userID: string): Promise<TimStore> => {
    const store = createTimStore({ sdk: server.createSdk(), clock });
    const done = store.actions.session.login({ userID, userSig: 'any' });
    await clock.advance(2000);
    await done;
    return store;
  };
  const finish = async <T>(promise: Promise<T>): Promise<T> => {
    promise.catch(() => undefined);
    await clock.advance(100);
    return promise;
  };
  return { clock, server, finish, me: await login('me'), alice: await login('alice') };
}

describe('the store on the embedded SDK', () => {
  it('invites, and hears of the answer', async () => {
    const { me, alice, finish } = await createStores();
    const heard: SignalingEvent[] = [];
    me.actions.signaling.listen((event) => heard.push(event));
    alice.actions.signaling.listen(({ type, inviteID }) => {
      if (type === 'NEW_INVITATION_RECEIVED') void alice.actions.signaling.accept(inviteID, { data: 'yes' });
    });
    const { inviteID } = await finish(me.actions.signaling.invite('alice', { data: 'call' }));
    await finish(Promise.resolve());
    expect(heard).toMatchObject([{ type: 'INVITEE_ACCEPTED', inviteID, invitee: 'alice', data: 'yes' }]);
    expect(selectTimeline(me.getState(), c2cID('alice')).length).toBe(2);
  });

  it('makes topics, talks in them, and follows their counts', async () => {
    const { me, alice, finish } = await createStores();
    for (const store of [me, alice]) await finish(store.actions.groups.getJoinedCommunityList());
    const topicID = await finish(me.actions.groups.createTopic(CLUB, { topicName: 'News' }));
    await finish(alice.actions.groups.getTopicList(CLUB));
    await finish(me.actions.messages.sendText(groupID(topicID), 'hello').finished);
    expect(selectTopics(alice.getState(), CLUB)).toMatchObject([
      { topicID, topicName: 'News', unreadCount: 1 },
    ]);
    expect(selectTimeline(alice.getState(), groupID(topicID)).length).toBe(1);
    await finish(me.actions.groups.deleteTopics(CLUB, [topicID]));
    expect(selectTopics(alice.getState(), CLUB)).toEqual([]);
  });

  it('translates and searches', async () => {
    const { server, me, clock, finish } = await createStores({
      translate: (texts) => texts.map((text) => text.toUpperCase()),
    });
    const translated = me.actions.messages.translateText(['one'], { targetLanguage: 'de' });
    expect(await finish(translated)).toEqual(['ONE']);
    server.sendText({ from: 'alice', to: 'me', text: 'a needle' });
    await clock.advance(100);
    const found = await finish(me.actions.messages.searchCloud({ keywordList: ['needle'] }));
    expect(found).toMatchObject({ totalCount: 1, searchResultList: [{ conversationID: 'C2Calice' }] });
  });
});
