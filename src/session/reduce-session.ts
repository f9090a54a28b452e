import type { Draft } from 'immer';
import type { StoreEvent } from '../events.ts';
import type { SessionState } from './session.ts';

/** Nobody logged in, nothing connected. */
export const INITIAL_SESSION: SessionState = Object.freeze({
  status: 'idle',
  userID: undefined,
  network: 'disconnected',
  kickedOutType: undefined,
});

/** The session's status machine. */
export function reduceSession(session: Draft<SessionState>, event: StoreEvent): void {
  switch (event.type) {
    case 'loginStarted':
      if (session.userID !== event.userID) session.kickedOutType = undefined;
      session.status = 'connecting';
      session.userID = event.userID;
      if (session.network === 'disconnected') session.network = 'connecting';
      return;
    case 'loginAnswered':
      if (session.status === 'connecting') session.status = 'syncing';
      session.kickedOutType = undefined;
      session.network = 'connected';
      return;
    case 'loginFailed':
      if (session.userID !== event.userID) return;
      // A kick-out is sticky: a failed attempt to come back leaves it, and the account's data, as they were.
      session.status = session.kickedOutType === undefined ? 'idle' : 'kickedOut';
      if (session.status === 'idle') session.userID = undefined;
      return;
    case 'sessionFound':
      session.userID = event.userID;
      session.status = 'ready';
      session.kickedOutType = undefined;
      session.network = 'connected';
      return;
    case 'loggedOut':
      session.status = 'idle';
      session.userID = undefined;
      session.kickedOutType = undefined;
      return;
    case 'SDK_READY':
      // Not of our doing: whose account it is comes with `sessionFound`.
      session.status = session.status === 'connecting' || session.status === 'syncing' ? 'ready' : 'syncing';
      session.network = 'connected';
      return;
    case 'SDK_NOT_READY':
      if (session.status !== 'kickedOut' && session.status !== 'idle') session.status = 'notReady';
      return;
    case 'KICKED_OUT':
      session.status = 'kickedOut';
      session.kickedOutType = event.data.type;
      return;
    case 'NET_STATE_CHANGE':
      session.network = event.data.state;
      return;
    default:
  }
}
