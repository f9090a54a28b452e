import type { MessageControl, MessageToSend, TextToSend } from './message-control.ts';
import type { GroupControl, GroupOptions } from './group-control.ts';
import type { BefriendOptions, PeopleControl, ProfileOptions } from './people-control.ts';

/** What a world begins with. Everything may be left out; what names a user names one that is there, or given. */
export interface Seed {
  /** By user ID. */
  readonly users?: Readonly<Record<string, ProfileOptions>>;
  /** By group ID. */
  readonly groups?: Readonly<Record<string, GroupOptions>>;
  /** Pairs of user IDs; what follows is how the first keeps the second. */
  readonly friends?: readonly (readonly [string, string, BefriendOptions?])[];
  /** In the order in which they are said, or with a `time` each. */
  readonly messages?: readonly (TextToSend | MessageToSend)[];
  /** Who has read which conversation, to its end: conversation IDs by user ID. */
  readonly read?: Readonly<Record<string, readonly string[]>>;
}

interface SeedTools
  extends Pick<MessageControl, 'send' | 'sendText'>,
    Pick<GroupControl, 'addGroup'>,
    Pick<PeopleControl, 'befriend'> {
  readonly addUser: (userID: string, profile: ProfileOptions) => void;
  readonly markRead: (userID: string, conversationID: string) => void;
}

/** Makes it so, in this order: users, groups, friends, messages, reads. */
export function sow(
  server: SeedTools,
  { users = {}, groups = {}, friends = [], messages = [], read = {} }: Seed,
): void {
  for (const [userID, profile] of Object.entries(users)) server.addUser(userID, profile);
  for (const [groupID, options] of Object.entries(groups)) server.addGroup(groupID, options);
  for (const [userID, friendID, options] of friends) server.befriend(userID, friendID, options);
  for (const message of messages) {
    if ('text' in message) server.sendText(message);
    else server.send(message);
  }
  for (const [userID, conversationIDs] of Object.entries(read)) {
    for (const conversationID of conversationIDs) server.markRead(userID, conversationID);
  }
}
