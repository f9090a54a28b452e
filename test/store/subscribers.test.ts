import type { ConversationID, TimStore } from 'tim-reactive';
import { c2cID, selectConversation } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createReadyWorld } from '../world.ts';

/** Subscribes to one conversation, and calls back whenever that looks at the state. */
type Watch = (store: TimStore, id: ConversationID, look: () => void) => () => void;

const byKey: Watch = (store, id, look) => store.subscribe(look, `conversation:${id}`);

const bySelector: Watch = (store, id, look) => {
  const counted: typeof selectConversation = Object.assign(
    (...args: Parameters<typeof selectConversation>) => {
      look();
      return selectConversation(...args);
    },
    { keys: selectConversation.keys },
  );
  const subscription = store.select(counted, id).subscribe();
  return () => subscription.unsubscribe();
};

describe.each([
  ['store.subscribe by key', byKey],
  ['store.select of a selector of the library', bySelector],
])('%s', (_, watch) => {
  it('wakes one of 10,000 subscribers by a change of its own, and none when they have left', async () => {
    const { server, store, settle } = await createReadyWorld();
    const others = Array.from({ length: 9999 }, (_, index) => c2cID(`peer${index}`));
    const woken: ConversationID[] = [];
    const releases = [c2cID('alice'), ...others].map((id) => watch(store, id, () => woken.push(id)));
    woken.length = 0; // of what it subscribes to, `select` reads the present value
    const say = async (): Promise<readonly ConversationID[]> => {
      server.sendText({ from: 'alice', to: 'me', text: 'hi' });
      await settle(5000);
      return woken.splice(0);
    };
    expect(await say()).toEqual([c2cID('alice')]);
    for (const release of releases) release();
    expect(await say()).toEqual([]);
  });
});
