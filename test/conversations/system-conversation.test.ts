import {
  selectConversation,
  selectConversations,
  selectTimeline,
  selectTotalUnreadCount,
  TYPES,
} from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createReadyWorld, flavours } from '../world.ts';

const system = TYPES.CONV_SYSTEM;

describe.each(flavours)('the conversation of system notices on $flavour', (sdk) => {
  it('can be fetched, read, pinned, written about, cleared and deleted like any other', async () => {
    const { server, store, finish, settle } = await createReadyWorld({ sdk });
    const actions = store.actions.conversations;
    server.group('team').notify('an announcement', ['me']);
    await settle(2000);
    const row = () => selectConversation(store.getState(), system);
    const length = () => selectTimeline(store.getState(), system).length;
    expect([row()?.unreadCount, length(), selectTotalUnreadCount(store.getState())]).toEqual([1, 1, 0]);
    expect((await finish(actions.getProfile(system)))?.conversationID).toBe(system);
    await finish(actions.setRead(system));
    expect(row()?.unreadCount).toBe(0);
    await actions.setDraft(system, 'note to self');
    await finish(actions.pin(system, true));
    expect(selectConversations(store.getState())[0]?.conversationID).toBe(system);
    await finish(actions.clearHistory(system));
    expect(length()).toBe(0);
    await finish(actions.delete([system]));
    await settle(2000);
    expect(row()).toBeUndefined();
  });
});
