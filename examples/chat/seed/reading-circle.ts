import { TYPES } from 'tim-reactive';
import type { MessageToSend } from 'tim-reactive/memory';

/** How many were written, and which of them calls Alice and Bob: far above what is loaded at first. */
const COUNT = 180;
const CALL_INDEX = 30;
const STEP = 300;

const READERS = ['carol', 'dave', 'grace'];
const OPENINGS = ['I liked', 'I did not get', 'Let us talk about', 'Who else skipped', 'I read twice'];
const OBJECTS = ['the letter', 'the map', 'the part with the dog', 'the storm', 'the ending'];

/** Much about a book, the last at `endTime` (seconds), and a question to Alice and Bob that is not read yet. */
export function readingCircle(to: string, endTime: number): readonly MessageToSend[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const isCall = index === CALL_INDEX;
    const opening = OPENINGS[index % OPENINGS.length] ?? '';
    const object = OBJECTS[(index * 3 + Math.floor(index / 5)) % OBJECTS.length] ?? '';
    const text = isCall
      ? '@Alice @Bob, which book is next?'
      : `${opening} ${object} in chapter ${index + 1}.`;
    return {
      from: READERS[index % READERS.length] ?? '',
      to,
      type: TYPES.MSG_TEXT,
      payload: { text },
      ...(isCall && { atUserList: ['alice', 'bob'] }),
      time: endTime - (COUNT - 1 - index) * STEP,
    };
  });
}
