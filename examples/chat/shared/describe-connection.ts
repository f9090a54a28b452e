import type { KickedOutType, SessionState } from 'tim-reactive';

/** What the banner says. */
export interface ConnectionNotice {
  readonly tone: 'warning' | 'danger';
  readonly text: string;
  /** Whether it takes a login to go on. */
  readonly canLogIn: boolean;
}

const KICKED_OUT: Readonly<Record<KickedOutType, string>> = {
  multipleAccount: 'You were logged out: this account logged in elsewhere.',
  multipleDevice: 'You were logged out: this account logged in on another device.',
  userSigExpired: 'Your login has expired.',
  REST_API_Kick: 'You were logged out by the administrator.',
};

/** What to tell about the connection; `undefined` while all is well. */
export function describeConnection(session: SessionState): ConnectionNotice | undefined {
  const { status, network, kickedOutType } = session;
  if (status === 'kickedOut') {
    const text = kickedOutType === undefined ? 'You were logged out.' : KICKED_OUT[kickedOutType];
    return { tone: 'danger', text, canLogIn: true };
  }
  if (status === 'idle') return { tone: 'danger', text: 'You are not logged in.', canLogIn: true };
  if (status === 'notReady') return { tone: 'danger', text: 'Your session has ended.', canLogIn: true };
  if (network === 'disconnected') {
    return { tone: 'warning', text: 'No connection. Your messages wait until it is back.', canLogIn: false };
  }
  if (network === 'connecting' || status === 'connecting') {
    return { tone: 'warning', text: 'Connecting…', canLogIn: false };
  }
  if (status === 'syncing') return { tone: 'warning', text: 'Fetching your conversations…', canLogIn: false };
  return undefined;
}
