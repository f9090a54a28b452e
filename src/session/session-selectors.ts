import type { TimState } from '../state.ts';
import type { SessionState } from './session.ts';

/** Who is logged in, how far, and how the network is. */
export function selectSession(state: TimState): SessionState {
  return state.session;
}
