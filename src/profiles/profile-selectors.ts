import type { Message } from '../messages/message.ts';
import type { TimState } from '../state.ts';
import type { Profile } from './profile.ts';

/** What is known of a user's name and picture; `undefined` where nothing is. */
export function selectProfile(state: TimState, userID: string | undefined): Profile | undefined {
  return userID === undefined ? undefined : state.profiles.byID.get(userID);
}

/** What a message's sender is called now, whatever the name was when it was sent: the nick, else the user ID. */
export function selectSenderName(state: TimState, message: Pick<Message, 'from'>): string {
  return state.profiles.byID.get(message.from)?.nick || message.from;
}
