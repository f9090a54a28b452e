import { describe, expect, it } from 'vitest';
import { createSendQueue } from '../../src/messages/send-queue.ts';

/** A queue, what was started in it, and the ends of what runs. */
function createQueue() {
  const queue = createSendQueue();
  const started: string[] = [];
  const ends = new Map<string, { readonly resolve: () => void; readonly reject: (error: Error) => void }>();
  const add = (conversationID: string, name: string): (() => boolean) =>
    queue.add(conversationID, () => {
      started.push(name);
      return new Promise<void>((resolve, reject) => ends.set(name, { resolve, reject }));
    });
  const end = async (name: string, error?: Error): Promise<void> => {
    if (error === undefined) ends.get(name)?.resolve();
    else ends.get(name)?.reject(error);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { add, end, started };
}

describe('createSendQueue', () => {
  it('starts the first at once, and each other one when the one before has ended, well or not', async () => {
    const { add, end, started } = createQueue();
    for (const name of ['a', 'b', 'c']) add('x', name);
    expect(started).toEqual(['a']);
    await end('a');
    expect(started).toEqual(['a', 'b']);
    await end('b', new Error('refused'));
    expect(started).toEqual(['a', 'b', 'c']);
    await end('c');
    add('x', 'd');
    expect(started).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps no conversation waiting for another', () => {
    const { add, started } = createQueue();
    add('x', 'a');
    add('y', 'b');
    expect(started).toEqual(['a', 'b']);
  });

  it('takes back what waits, once, and nothing that has started', async () => {
    const { add, end, started } = createQueue();
    const first = add('x', 'a');
    const second = add('x', 'b');
    add('x', 'c');
    expect([first(), second(), second()]).toEqual([false, true, false]);
    await end('a');
    expect(started).toEqual(['a', 'c']);
  });

  it('starts what is added while one ends, after those that waited', async () => {
    const { add, end, started } = createQueue();
    add('x', 'a');
    add('x', 'b');
    const ended = end('a');
    add('x', 'c');
    await ended;
    expect(started).toEqual(['a', 'b']);
    await end('b');
    expect(started).toEqual(['a', 'b', 'c']);
  });
});
