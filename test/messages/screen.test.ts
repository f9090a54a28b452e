import type { ConversationID } from 'tim-reactive';
import { c2cID } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { createScreen } from '../../src/messages/screen.ts';
import { emptyTable, updateTable } from '../../src/shared/table.ts';

const user = (number: number): ConversationID => c2cID(`user${number}`);

describe('createScreen', () => {
  it('remembers which conversations were used last, of those that are shown or loaded', () => {
    const loaded = updateTable(emptyTable<ConversationID, true>(), [
      [user(1), true],
      [user(2), true],
    ]);
    const screen = createScreen(() => loaded);
    screen.show(user(0));
    for (const number of [2, 1]) screen.touch(user(number));
    for (let number = 3; number < 1000; number++) screen.show(user(number))();
    const used = screen.used();
    expect(used.slice(0, 3)).toEqual([user(0), user(2), user(1)]);
    expect(used.at(-1)).toBe(user(999));
    expect(used.length).toBeLessThan(40);
  });
});
