import { createTimStore, selectTimeline } from '../dist/src/index.js';
import { createManualClock } from '../dist/src/memory/index.js';
import { rawConversation } from './raw-data.ts';
import { createScriptedSdk } from './scripted-sdk.ts';
import { createTraffic } from './traffic.ts';

/**
 * Runs a store for long under the retention option, and looks at the heap after each tenth of the events. Fails when it
 * is more than a fifth larger in the end than after two tenths.
 *
 *   cd bench; node --expose-gc --import tsx soak.ts [events]
 */
const EVENTS = Number(process.argv[2] ?? 1_000_000);
const TENTH = EVENTS / 10;
const BURST = 10;
const MOST_GROWTH = 1.2;

const clock = createManualClock();
const scripted = createScriptedSdk({
  conversations: Array.from({ length: 300 }, (_, i) => rawConversation(i)),
});
const errors: unknown[] = [];
const store = createTimStore({
  sdk: scripted.sdk,
  clock,
  retention: { messages: 200, conversations: 20 },
  onError: (error) => errors.push(error),
});
const login = store.actions.session.login({ userID: 'me', userSig: 'sig' });
await new Promise((resolve) => setTimeout(resolve, 50));
await clock.advance(1000);
await login;

const next = createTraffic(scripted, store, { conversations: 300, users: 10_000, now: clock.now });
const begin = { real: performance.now(), virtual: clock.now() };
const heapMB: number[] = [];
for (let event = 1; event <= EVENTS; event++) {
  next();
  if (event % BURST === 0) await clock.advance(100 * BURST);
  if (event % TENTH === 0) heapMB.push(heap());
}
const growth = (heapMB[9] ?? 0) / (heapMB[1] ?? 0);
const { timelines, index } = store.getState().messages;
console.log(
  JSON.stringify({
    events: EVENTS,
    heapMB,
    growth: Math.round(growth * 1000) / 1000,
    seconds: Math.round((performance.now() - begin.real) / 100) / 10,
    virtualHours: Math.round((clock.now() - begin.virtual) / 360_000) / 10,
    conversations: timelines.size,
    messages: [...timelines].reduce((sum, [id]) => sum + selectTimeline(store.getState(), id).length, 0),
    indexed: index.size,
    errors: errors.length,
  }),
);
if (errors.length > 0 || !(growth <= MOST_GROWTH)) {
  console.error(errors[0] ?? `the heap has grown ${growth} times, more than ${MOST_GROWTH}`);
  process.exitCode = 1;
}

/** Megabytes in use, after what is garbage was collected. */
function heap(): number {
  if (globalThis.gc === undefined) throw new Error('run it by node --expose-gc');
  globalThis.gc();
  globalThis.gc();
  return Math.round((process.memoryUsage().heapUsed / 2 ** 20) * 100) / 100;
}
