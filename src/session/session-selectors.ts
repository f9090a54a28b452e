import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import type { SessionState } from './session.ts';

/** Who is logged in, how far, and how the network is. */
export const selectSession: KeyedSelector<[], SessionState> = /* @__PURE__ */ keyed(
  'session',
  (state) => state.session,
);
