import { c2cID, groupID, selectDraft } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { spyOn } from '../spy-on.ts';
import { createReadyWorld, createWorld, flavours } from '../world.ts';

const alice = c2cID('alice');
const team = groupID('team');

describe.each(flavours)('drafts on $flavour', (sdk) => {
  it('are there at once, of conversations that do not exist yet, too, and gone when empty', async () => {
    const { store } = await createReadyWorld({ sdk });
    const { setDraft } = store.actions.conversations;
    const draft = () => selectDraft(store.getState(), alice);
    expect([draft(), selectDraft(store.getState(), undefined)]).toEqual(['', '']);
    await setDraft(alice, 'Dear Alice');
    expect(draft()).toBe('Dear Alice');
    await setDraft(alice, '');
    expect(draft()).toBe('');
    expect(store.getState().conversations.drafts.size).toBe(0);
  });

  it('wake who listens to that conversation alone', async () => {
    const { store } = await createReadyWorld({ sdk });
    const woken: string[] = [];
    store.subscribe(() => woken.push('alice'), `conversation:${alice}`);
    store.subscribe(() => woken.push('team'), `conversation:${team}`);
    await store.actions.conversations.setDraft(alice, 'Dear Alice');
    expect(woken).toEqual(['alice']);
  });

  it('outlive a kick-out and a new login of the same user, not a logout nor another user', async () => {
    const { server, store, login, settle, finish } = await createReadyWorld({ sdk });
    const draft = () => selectDraft(store.getState(), alice);
    await store.actions.conversations.setDraft(alice, 'Dear Alice');
    server.kick('me');
    await settle(100);
    expect([store.getState().session.status, draft()]).toEqual(['kickedOut', 'Dear Alice']);
    await login('me');
    expect(draft()).toBe('Dear Alice');
    await login('bob');
    expect(draft()).toBe('');
    await store.actions.conversations.setDraft(alice, 'from Bob');
    await finish(store.actions.session.logout(), 100);
    expect(draft()).toBe('');
  });

  it('are nobody’s where nobody is: neither before a login, nor in the tick of a logout', async () => {
    const { store, finish } = await createReadyWorld({ sdk });
    const logout = store.actions.session.logout();
    await expect(store.actions.conversations.setDraft(alice, 'too late')).rejects.toMatchObject({
      code: 'LOGGED_OUT',
    });
    await finish(logout, 100);
    expect(selectDraft(store.getState(), alice)).toBe('');
    const { store: idle } = createWorld({ sdk });
    await expect(idle.actions.conversations.setDraft(alice, 'too early')).rejects.toMatchObject({
      code: 'NOT_LOGGED_IN',
    });
    await expect(idle.actions.conversations.setDraft('alice' as typeof alice, '')).rejects.toMatchObject({
      code: 'INVALID_ARGUMENT',
    });
  });
});

describe('drafts and the SDK', () => {
  it('tell an SDK that keeps drafts, of conversations that it has', async () => {
    const { calls, wrap } = spyOn('setConversationDraft');
    const { store, settle } = await createReadyWorld({ wrap });
    await store.actions.conversations.setDraft(team, 'hello all');
    await store.actions.conversations.setDraft(c2cID('stranger'), 'hello');
    await settle();
    expect(calls).toEqual([{ conversationID: team, draftText: 'hello all' }]);
  });

  it('stay where the SDK fails to keep them', async () => {
    const { store, settle } = await createReadyWorld({
      wrap: (live) => ({
        ...live,
        setConversationDraft: async () => Promise.reject(Object.assign(new Error('no'), { code: 2500 })),
      }),
    });
    await store.actions.conversations.setDraft(team, 'hello all');
    await settle();
    expect(selectDraft(store.getState(), team)).toBe('hello all');
  });
});
