import type { Draft } from 'immer';
import type { WideEvent } from '../events.ts';
import type { SessionState } from './session.ts';

/** Nobody logged in, nothing connected. */
export const INITIAL_SESSION: SessionState = Object.freeze({
  status: 'idle',
  userID: undefined,
  network: 'disconnected',
  kickedOutType: undefined,
});

/** The session's status machine. */
export function reduceSession(session: Draft<SessionState>, event: WideEvent): void {
  switch (event.type) {
    case 'loginStarted':
      if (session.userID !== event.userID) session.kickedOutType = undefined;
      session.status = 'connecting';
      session.userID = event.userID;
      return;
    case 'loginAnswered':
      if (session.status === 'connecting') session.status = 'syncing';
      session.kickedOutType = undefined;
      session.network = 'connected';
      return;
    case 'loginFailed':
      if (session.status !== 'connecting' && session.status !== 'syncing') return;
      session.status = event.status;
      if (event.status === 'idle') session.userID = undefined;
      return;
    case 'SDK_DESTROY':
    case 'loggedOut':
      session.status = 'idle';
      session.userID = undefined;
      session.kickedOutType = undefined;
      return;
    case 'anonymousJoined':
      if (session.status === 'idle') session.status = 'anonymous';
      return;
    case 'sessionFound':
      // What was known of it may date from before nobody listened, and it has just answered.
      session.network = 'connected';
      session.status = 'syncing';
      session.userID = event.userID;
      session.kickedOutType = undefined;
      return;
    case 'sessionSynced':
      if (session.status === 'syncing') session.status = 'ready';
      return;
    case 'SDK_READY':
      // Else it is not of our doing, and whose account it is comes with `sessionFound`.
      if (session.status !== 'connecting' && session.status !== 'syncing') return;
      session.status = 'ready';
      session.network = 'connected';
      return;
    case 'SDK_NOT_READY':
      // While a login runs, it is about the session before.
      if (session.status === 'ready' || session.status === 'syncing') session.status = 'notReady';
      return;
    case 'KICKED_OUT':
      if (session.userID === undefined) return;
      session.status = 'kickedOut';
      session.kickedOutType = event.data.type;
      return;
    case 'NET_STATE_CHANGE':
      session.network = event.data.state;
      return;
    default:
  }
}
