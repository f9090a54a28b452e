import type { TimErrorCode } from '../shared/tim-store-error.ts';
import { unable } from '../shared/unable.ts';
import type { SessionState, SessionStatus } from './session.ts';

const HINDRANCES: Readonly<Record<Exclude<SessionStatus, 'ready'>, readonly [TimErrorCode, string]>> = {
  idle: ['NOT_LOGGED_IN', 'nobody is logged in: call actions.session.login first'],
  anonymous: [
    'NOT_LOGGED_IN',
    'nobody is logged in, an AVChatRoom is only listened to: call actions.session.login first',
  ],
  connecting: ['NOT_READY', 'the login is still running: wait until session.status is "ready"'],
  syncing: ['NOT_READY', 'the SDK is not ready yet: wait until session.status is "ready"'],
  notReady: ['NOT_READY', 'the SDK left the ready state: log in again'],
  kickedOut: ['KICKED_OUT', 'the account was kicked out: log in again'],
};

/** Throws what hinders a call in this session: `NOT_LOGGED_IN`, `NOT_READY` or `KICKED_OUT`; nothing if it is ready. */
export function requireReady({ status }: SessionState, operation: string): void {
  if (status === 'ready') return;
  const [code, reason] = HINDRANCES[status];
  throw unable(code, operation, `${reason}`);
}
