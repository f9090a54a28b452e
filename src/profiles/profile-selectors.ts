import { selectFriend } from '../friends/friend-selectors.ts';
import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';
import type { Message } from '../messages/message.ts';
import * as TYPES from '../sdk/types.ts';
import type { TimState } from '../state.ts';
import type { Profile, UserStatus } from './profile.ts';

/** What is known of a user; `undefined` where nothing is. */
export const selectProfile: KeyedSelector<[userID: string | undefined], Profile | undefined> =
  /* @__PURE__ */ keyed('profile:', (state, userID) =>
    userID === undefined ? undefined : state.profiles.byID.get(userID),
  );

/** My own profile, whole soon after the account is ready; `undefined` while nobody is logged in. */
export function selectMyProfile(state: TimState): Profile | undefined {
  return selectProfile(state, state.session.userID);
}

/** Whether a user is online, as last asked for or told; `undefined` where neither was. */
export const selectUserStatus: KeyedSelector<[userID: string | undefined], UserStatus | undefined> =
  /* @__PURE__ */ keyed('profile:', (state, userID) =>
    userID === undefined ? undefined : state.profiles.statuses.get(userID),
  );

/** What a user is called: my remark for a friend, else the nick, else the user ID; `''` where no ID is given. */
export const selectUserName: KeyedSelector<[userID: string | undefined], string> = /* @__PURE__ */ keyed(
  (userID) => userID && [`friend:${userID}`, `profile:${userID}`],
  (state, userID) =>
    selectFriend(state, userID)?.remark || selectProfile(state, userID)?.nick || (userID ?? ''),
);

/**
 * What a message's sender is called now, whatever the name was when it was sent: in a group the name card; else as
 * `selectUserName` says.
 */
export const selectSenderName: KeyedSelector<
  [message: Pick<Message, 'from'> & Partial<Pick<Message, 'to' | 'conversationType'>>],
  string
> = /* @__PURE__ */ keyed(
  ({ from, to }) => [`member:${to}/${from}`, `friend:${from}`, `profile:${from}`],
  (state, message) => {
    const { from, to, conversationType } = message;
    const group = conversationType === TYPES.CONV_GROUP && to !== undefined ? to : '';
    return state.members.byGroup.get(group)?.byID.get(from)?.nameCard || selectUserName(state, from);
  },
);
