import { selectFriend } from '../friends/friend-selectors.ts';
import type { Message } from '../messages/message.ts';
import { TYPES } from '../sdk/constants.ts';
import type { TimState } from '../state.ts';
import type { Profile, UserStatus } from './profile.ts';

/** What is known of a user; `undefined` where nothing is. */
export function selectProfile(state: TimState, userID: string | undefined): Profile | undefined {
  return userID === undefined ? undefined : state.profiles.byID.get(userID);
}

/** My own profile, whole soon after the account is ready; `undefined` while nobody is logged in. */
export function selectMyProfile(state: TimState): Profile | undefined {
  return selectProfile(state, state.session.userID);
}

/** Whether a user is online, as last asked for or told; `undefined` where neither was. */
export function selectUserStatus(state: TimState, userID: string | undefined): UserStatus | undefined {
  return userID === undefined ? undefined : state.profiles.statuses.get(userID);
}

/** What a user is called: my remark for a friend, else the nick, else the user ID; `''` where no ID is given. */
export function selectUserName(state: TimState, userID: string | undefined): string {
  return selectFriend(state, userID)?.remark || selectProfile(state, userID)?.nick || (userID ?? '');
}

/**
 * What a message's sender is called now, whatever the name was when it was sent: in a group the name card; else as
 * `selectUserName` says.
 */
export function selectSenderName(
  state: TimState,
  message: Pick<Message, 'from'> & Partial<Pick<Message, 'to' | 'conversationType'>>,
): string {
  const { from, to, conversationType } = message;
  const group = conversationType === TYPES.CONV_GROUP && to !== undefined ? to : '';
  return state.members.byGroup.get(group)?.byID.get(from)?.nameCard || selectUserName(state, from);
}
