import type { TimStoreError } from '../shared/tim-store-error.ts';
import { unable } from '../shared/unable.ts';

/** Why everything of an account ends that was logged out, or made room for another. */
export function loggedOut(userID: string | undefined): TimStoreError {
  const who = userID === undefined ? 'the account' : `"${userID}"`;
  return unable('LOGGED_OUT', 'go on', `${who} logged out`);
}
