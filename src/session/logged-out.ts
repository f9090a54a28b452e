import { TimStoreError } from '../shared/tim-store-error.ts';

/** Why everything of an account ends that was logged out, or made room for another. */
export function loggedOut(userID: string | undefined): TimStoreError {
  const who = userID === undefined ? 'the account' : `"${userID}"`;
  return new TimStoreError('LOGGED_OUT', `unable to go on; ${who} logged out`);
}
