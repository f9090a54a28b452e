import type { ConversationID, TimStore } from 'tim-reactive';
import {
  c2cID,
  groupID,
  selectConversation,
  selectConversations,
  selectDraft,
  selectTimeline,
  selectTotalUnreadCount,
  TYPES,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { spyOn } from '../spy-on.ts';
import type { World } from '../world.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const bob = c2cID('bob');
const team = groupID('team');

/** A world in which alice, bob and the team have written to `me`. */
async function createTalkedWorld(options: Parameters<typeof createReadyWorld>[0]): Promise<World> {
  const world = await createReadyWorld(options);
  world.server.sendText({ from: 'alice', to: 'team', text: 'to all' });
  for (const from of ['alice', 'bob']) world.server.sendText({ from, to: 'me', text: `from ${from}` });
  await world.settle(3000);
  return world;
}

const row = (store: TimStore, id: ConversationID) => selectConversation(store.getState(), id);
const order = (store: TimStore) =>
  selectConversations(store.getState()).map(({ conversationID }) => conversationID);

describe.each(flavours)('conversations.pin on $flavour', (sdk) => {
  it('moves the row when it resolves, as the SDK does later', async () => {
    const { sdk: client, store, finish, settle } = await createTalkedWorld({ sdk });
    const [first, second, last = team] = order(store);
    await finish(store.actions.conversations.pin(last, true));
    expect([order(store), row(store, last)?.isPinned]).toEqual([[last, first, second], true]);
    await settle(2000);
    const { data } = await finish(client.getConversationList());
    expect(order(store)).toEqual(data.conversationList.map(({ conversationID }) => conversationID));
    await finish(store.actions.conversations.pin(last, false));
    expect(row(store, last)?.isPinned).toBe(false);
  });
});

describe.each(flavours)('conversations.setRemindType on $flavour', (sdk) => {
  it('mutes users and groups: rows, the total and the groups know when it resolves', async () => {
    const { store, finish, settle, server } = await createTalkedWorld({ sdk });
    const mute = TYPES.MSG_REMIND_ACPT_NOT_NOTE;
    expect(selectTotalUnreadCount(store.getState())).toBe(3);
    const outcomes = await finish(store.actions.conversations.setRemindType([alice, team], mute), 100);
    expect(outcomes).toEqual({
      successConversationIDList: [alice, team],
      failureConversationIDList: [],
    });
    const now = () => [
      row(store, alice)?.messageRemindType,
      row(store, team)?.messageRemindType,
      store.getState().groups.byID.get('team')?.selfInfo.messageRemindType,
      selectTotalUnreadCount(store.getState()),
    ];
    expect(now()).toEqual([mute, mute, mute, 1]);
    await settle(2000);
    expect(now()).toEqual([mute, mute, mute, 1]);
    server.sendText({ from: 'alice', to: 'me', text: 'quietly' });
    await settle(2000);
    expect(selectTotalUnreadCount(store.getState())).toBe(1);
  });

  it('names 30 users a call, and never the 31st in vain', async () => {
    const spy = spyOn('setMessageRemindType');
    const { server, store, finish } = await createReadyWorld({ sdk, wrap: spy.wrap });
    const userIDs = Array.from({ length: 31 }, (_, index) => `user${index}`);
    for (const userID of userIDs) {
      server.addUser(userID);
      server.sendText({ from: userID, to: 'me', text: 'hi' });
    }
    const { successConversationIDList } = await finish(
      store.actions.conversations.setRemindType(userIDs.map(c2cID), TYPES.MSG_REMIND_DISCARD),
      100,
    );
    expect(successConversationIDList).toHaveLength(31);
    expect(spy.calls).toHaveLength(2);
  });

  it('names conversations in what is done and what remains, also where the SDK changes its argument', async () => {
    const { store, finish } = await createReadyWorld({
      sdk,
      wrap: (client) => ({
        ...client,
        // As lite does: for whom it failed is taken out of the array that was given.
        setMessageRemindType: async (options) => {
          if ('groupID' in options) throw Object.assign(new Error('no such group'), { code: 10010 });
          const answer = await client.setMessageRemindType(options);
          (options.userIDList as string[]).length = 0;
          return answer;
        },
      }),
    });
    const mute = TYPES.MSG_REMIND_ACPT_NOT_NOTE;
    const given = Object.freeze([alice, team, groupID('other'), bob]);
    await expect(finish(store.actions.conversations.setRemindType(given, mute))).rejects.toMatchObject({
      code: 'PARTIAL',
      done: [alice, bob],
      remaining: [team, groupID('other')],
    });
  });

  it('rejects system notices, which notify nobody', async () => {
    const { store } = await createReadyWorld({ sdk });
    await expect(
      store.actions.conversations.setRemindType([TYPES.CONV_SYSTEM], TYPES.MSG_REMIND_DISCARD),
    ).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });
});

describe.each(flavours)('conversations.delete on $flavour', (sdk) => {
  it('takes rows and drafts away when it resolves, and leaves the messages', async () => {
    const { store, finish, settle, server } = await createTalkedWorld({ sdk });
    await finish(store.actions.conversations.setDraft(alice, 'unfinished'));
    await expect(finish(store.actions.conversations.delete([alice]))).resolves.toEqual([alice]);
    expect(order(store)).not.toContain(alice);
    expect(selectDraft(store.getState(), alice)).toBe('');
    await settle(2000);
    expect(order(store)).not.toContain(alice);
    expect(server.truth.messages('me', alice)).toHaveLength(1);
    await finish(store.actions.conversations.delete([bob, team]));
    expect([order(store), selectTotalUnreadCount(store.getState())]).toEqual([[], 0]);
  });

  it('deletes the messages, too, if asked to', async () => {
    const { store, finish } = await createTalkedWorld({ sdk });
    expect(selectTimeline(store.getState(), alice).length).toBe(1);
    await finish(store.actions.conversations.delete([alice], { clearHistoryMessage: true }));
    expect(selectTimeline(store.getState(), alice).length).toBe(0);
    await finish(store.actions.messages.load(alice));
    expect(selectTimeline(store.getState(), alice).length).toBe(0);
  });

  it('names 100 a call', async () => {
    const spy = spyOn('deleteConversation');
    const { server, store, finish, settle } = await createReadyWorld({ sdk, wrap: spy.wrap });
    const userIDs = Array.from({ length: 101 }, (_, index) => `user${index}`);
    for (const userID of userIDs) {
      server.addUser(userID);
      server.sendText({ from: userID, to: 'me', text: 'hi' });
    }
    await settle(2000);
    await expect(finish(store.actions.conversations.delete(userIDs.map(c2cID)), 100)).resolves.toHaveLength(
      101,
    );
    expect(spy.calls).toHaveLength(2);
    expect(order(store)).toEqual([team]);
  });

  it('deletes one by one where the SDK takes no list', async () => {
    const { store, finish } = await createTalkedWorld({
      sdk,
      wrap: (live) => ({
        ...live,
        // At once, as the SDK refuses bad arguments.
        deleteConversation: (which) => {
          if (typeof which !== 'string') throw new Error('Params validate failed.');
          return live.deleteConversation(which);
        },
      }),
    });
    await finish(store.actions.conversations.delete([alice, bob]), 100);
    expect(order(store)).toEqual([team]);
  });

  it('rejects options that are no object', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { delete: remove, getList } = store.actions.conversations;
    for (const call of [remove([alice], null as never), getList(null as never)])
      await expect(call).rejects.toThrow('the options must be an object');
  });

  it('rejects what is not there, and what is no conversation ID', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    await expect(finish(store.actions.conversations.delete([alice]))).rejects.toMatchObject({
      sdkCode: 2500,
    });
    await expect(store.actions.conversations.delete(['alice' as ConversationID])).rejects.toThrow(
      'use c2cID("alice")',
    );
  });
});

describe.each(flavours)('conversations.getProfile on $flavour', (sdk) => {
  it('brings a conversation with a user into the list', async () => {
    const { store, finish, settle } = await createReadyWorld({ sdk });
    expect(order(store)).toEqual([team]);
    const conversation = await finish(store.actions.conversations.getProfile(bob));
    expect(conversation?.conversationID).toBe(bob);
    expect(row(store, bob)).toBe(conversation);
    await settle(2000);
    expect(order(store)).toContain(bob);
  });

  it('rejects an unknown user', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    await expect(finish(store.actions.conversations.getProfile(c2cID('nobody')))).rejects.toMatchObject({
      sdkCode: 2501,
    });
  });
});

describe.each(flavours)('conversations.getList on $flavour', (sdk) => {
  it('answers the rows of the state', async () => {
    const { store, finish } = await createTalkedWorld({ sdk });
    const before = selectConversations(store.getState());
    await expect(finish(store.actions.conversations.getList())).resolves.toEqual(before);
    expect(selectConversations(store.getState())).toBe(before);
  });

  it('takes IDs or a filter on 3.x', async () => {
    const { store, finish } = await createTalkedWorld({ sdk: { flavour: '3.x' } });
    const { getList } = store.actions.conversations;
    expect((await finish(getList([alice]))).map(({ conversationID }) => conversationID)).toEqual([alice]);
    expect((await finish(getList({ type: 'GROUP' }))).map(({ conversationID }) => conversationID)).toEqual([
      team,
    ]);
  });
});

describe.each(flavours)('conversations.setAllRead on $flavour', (sdk) => {
  it('reads all, or all of one type', async () => {
    const { store, finish, settle } = await createTalkedWorld({ sdk });
    const unread = () => [alice, bob, team].map((id) => row(store, id)?.unreadCount);
    expect(unread()).toEqual([1, 1, 1]);
    await finish(store.actions.conversations.setAllRead(TYPES.READ_ALL_C2C_MSG));
    expect(unread()).toEqual([0, 0, 1]);
    await finish(store.actions.conversations.setAllRead());
    expect([unread(), selectTotalUnreadCount(store.getState())]).toEqual([[0, 0, 0], 0]);
    await settle(2000);
    expect(unread()).toEqual([0, 0, 0]);
    await expect(store.actions.conversations.setAllRead('everything' as 'readAllMessage')).rejects.toThrow(
      'scope must be one of',
    );
  });
});

describe.each(flavours)('conversations.clearHistory on $flavour', (sdk) => {
  it('empties the timeline and the last message, and the row stays', async () => {
    const { store, finish, settle } = await createTalkedWorld({ sdk });
    await finish(store.actions.conversations.clearHistory(alice));
    const now = () => [
      selectTimeline(store.getState(), alice).length,
      row(store, alice)?.lastMessage,
      row(store, alice)?.unreadCount,
    ];
    expect(now()).toEqual([0, undefined, 0]);
    await settle(2000);
    expect(now()).toEqual([0, undefined, 0]);
  });
});

describe.each(flavours)('conversations.mark and setCustomData on $flavour', (sdk) => {
  it('show in the rows when they resolve', async () => {
    const { store, finish, settle } = await createTalkedWorld({ sdk });
    const { mark, setCustomData } = store.actions.conversations;
    await finish(mark([alice, team], TYPES.CONV_MARK_TYPE_STAR, true));
    await finish(mark([alice], TYPES.CONV_MARK_TYPE_FOLD, true));
    const outcomes = await finish(setCustomData([alice], 'mine'));
    expect(outcomes.successConversationIDList).toEqual([alice]);
    const now = () => [
      row(store, alice)?.markList,
      row(store, team)?.markList,
      row(store, alice)?.customData,
    ];
    expect(now()).toEqual([[1, 4], [1], 'mine']);
    await settle(2000);
    expect(now()).toEqual([[1, 4], [1], 'mine']);
    await finish(mark([alice], TYPES.CONV_MARK_TYPE_STAR, false));
    expect(row(store, alice)?.markList).toEqual([4]);
  });

  it('reject what is too long or no mark', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { mark, setCustomData } = store.actions.conversations;
    await expect(setCustomData([alice], 'é'.repeat(129))).rejects.toThrow(
      'customData has 258 bytes: at most 256 are allowed',
    );
    await expect(mark([alice], 0, true)).rejects.toThrow('markType must be a whole number from 1');
  });
});

describe.each(flavours)('conversations.getTotalUnreadCount on $flavour', (sdk) => {
  it("is the SDK's own number, at once, and throws while nobody is logged in", async () => {
    const { store } = await createTalkedWorld({ sdk });
    expect(store.actions.conversations.getTotalUnreadCount()).toBe(3);
    const { store: other } = createWorld({ sdk });
    expect(() => other.actions.conversations.getTotalUnreadCount()).toThrow(
      expect.objectContaining({ code: 'NOT_LOGGED_IN' }),
    );
  });
});

describe('conversations.setAllReceiveMessageOpt', () => {
  it('is kept by the server, and checked before', async () => {
    const { store, finish } = await createReadyWorld();
    const { setAllReceiveMessageOpt, getAllReceiveMessageOpt } = store.actions.conversations;
    const messageRemindType = TYPES.MSG_REMIND_ACPT_NOT_NOTE;
    await finish(
      setAllReceiveMessageOpt({ messageRemindType, startHour: 22, duration: 3600, isRepeated: true }),
    );
    const option = await finish(getAllReceiveMessageOpt());
    expect(option).toMatchObject({ messageRemindType, isRepeated: true });
    expect(option.endTime - option.startTime).toBe(3600);
    await expect(setAllReceiveMessageOpt({ messageRemindType, startHour: 24 })).rejects.toThrow(
      'startHour must be a whole number from 0 to 23',
    );
    await expect(setAllReceiveMessageOpt(null as never)).rejects.toThrow('the options must be an object');
  });

  it('is UNSUPPORTED on 2.x, which is told where it is', async () => {
    const { store } = await createReadyWorld({ sdk: { flavour: '2.x' } });
    await expect(store.actions.conversations.getAllReceiveMessageOpt()).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      message: expect.stringContaining('@tencentcloud/chat 3.x has it'),
    });
  });
});
