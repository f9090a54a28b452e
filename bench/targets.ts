import type { Measured, Operation } from './measure.ts';
import type { MemoryResult, SoakResult, Target } from './results.ts';
import { usOf } from './results.ts';

const OURS = 'tim-reactive';
const LIMIT = 'mutable';

/** What this library sets itself, and how far it has come. */
export function targetsOf(
  measured: readonly Measured[],
  memory: MemoryResult,
  soak: SoakResult,
): readonly Target[] {
  const us = (library: string, operation: Operation, size: number, more: object = {}): number =>
    usOf(measured, { library, operation, size, ...more });
  const most = (what: string, ratio: number, limit: number, aim?: number): Target => ({
    what,
    ratio,
    limit,
    ...(aim !== undefined && { aim }),
    isLeast: false,
    isMet: ratio <= limit,
  });
  const least = (what: string, ratio: number, limit: number): Target => ({
    what,
    ratio,
    limit,
    isLeast: true,
    isMet: ratio >= limit,
  });
  const growth = (operation: Operation, more: object = {}): number =>
    us(OURS, operation, 100_000, more) / us(OURS, operation, 1000, more);
  const against = (library: string, operation: Operation, size: number): number =>
    us(library, operation, size) / us(OURS, operation, size);
  const ofLimit = (operation: Operation, size: number): number =>
    us(OURS, operation, size) / us(LIMIT, operation, size);

  return [
    ...[100, 1000, 10_000, 100_000].map((size) =>
      most(`a message, of the mutable limit, at ${size}`, ofLimit('append', size), 20, 10),
    ),
    most('a message at 100,000 loaded, of itself at 1,000', growth('append'), 1.8, 1.3),
    most('the same in a group', growth('append', { isGroup: true }), 1.8, 1.3),
    most(
      'a message with 10,000 conversations, of itself with 10',
      us(OURS, 'append', 1000, { conversations: 10_000 }) / us(OURS, 'append', 1000, { conversations: 10 }),
      1.8,
      1.3,
    ),
    least('faster than chat-uikit-engine at 100', against('chat-uikit-engine', 'append', 100), 1),
    least('faster than chat-uikit-engine at 1,000', against('chat-uikit-engine', 'append', 1000), 8),
    least('faster than chat-uikit-engine at 10,000', against('chat-uikit-engine', 'append', 10_000), 100),
    least('faster than stream-chat at 1,000', against('stream-chat', 'append', 1000), 5),
    least('faster than stream-chat at 10,000', against('stream-chat', 'append', 10_000), 5),
    most('a message, of [...list, message] at 100', 1 / against('plain-array', 'append', 100), 15),
    least('faster than [...list, message] at 10,000', against('plain-array', 'append', 10_000), 1),
    least('faster than [...list, message] at 100,000', against('plain-array', 'append', 100_000), 1),
    ...(['insert', 'update', 'prepend'] as const).map((operation) =>
      most(`${operation} at 100,000, of itself at 1,000`, growth(operation), 2.5),
    ),
    ...[1000, 100_000].map((size) =>
      most(`a burst of 1,000 messages, of the mutable limit, at ${size}`, ofLimit('burst', size), 5, 2),
    ),
    least(
      'paging back 10,000, faster than chat-uikit-engine',
      against('chat-uikit-engine', 'page', 10_000),
      50,
    ),
    most(
      'paging back 10,000, of ten times paging back 1,000',
      us(OURS, 'page', 10_000) / (10 * us(OURS, 'page', 1000)),
      1.8,
    ),
    most('a list event of 10,000 rows, of comparing them', ofLimit('list', 10_000), 3),
    ...memory.result.map(({ what, ratio }) => most(`bytes a message, of a plain copy: ${what}`, ratio, 1.3)),
    most('the heap after 1,000,000 events, of that after 200,000', soak.growth, 1.2),
  ];
}
