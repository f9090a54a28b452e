import type { Job } from './measure.ts';

/** A library with timelines, and how many messages it can be asked to hold: some take seconds for each from there on. */
const LIBRARIES: Readonly<Record<string, number>> = {
  mutable: 100_000,
  'tim-reactive': 100_000,
  'plain-array': 100_000,
  'tanstack-db': 100_000,
  'stream-chat': 10_000,
  'chat-uikit-engine': 10_000,
  'rtk-entity': 10_000,
};

const SIZES = [100, 1000, 10_000, 100_000];

/** What is measured, in groups: the jobs of a group follow one another in each round, so that they are measured side by side. */
export const groups: readonly (readonly Job[])[] = [
  ...SIZES.map((size) =>
    Object.entries(LIBRARIES)
      .filter(([, most]) => size <= most)
      .map(([library]): Job => ({ library, operation: 'append', size })),
  ),
  // The same library in a group, which is ordered and dated in another way.
  [1000, 100_000].map((size): Job => ({ library: 'tim-reactive', operation: 'append', size, isGroup: true })),
  [10, 10_000].map(
    (conversations): Job => ({ library: 'tim-reactive', operation: 'append', size: 1000, conversations }),
  ),
  ...(['insert', 'update', 'prepend'] as const).flatMap((operation) =>
    [1000, 100_000].map((size) =>
      ['mutable', 'tim-reactive'].map((library): Job => ({ library, operation, size })),
    ),
  ),
  ...[1000, 100_000].map((size) =>
    ['mutable', 'tim-reactive'].map((library): Job => ({ library, operation: 'burst', size })),
  ),
  ...[1000, 10_000].map((size) =>
    ['mutable', 'tim-reactive', 'chat-uikit-engine'].map(
      (library): Job => ({ library, operation: 'page', size }),
    ),
  ),
  ...[100, 1000, 10_000].map((size) =>
    ['mutable', 'tim-reactive', 'chat-uikit-engine'].map(
      (library): Job => ({ library, operation: 'list', size }),
    ),
  ),
];
