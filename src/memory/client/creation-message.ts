import { TYPES } from '../../sdk/constants.ts';
import type { Account } from './account.ts';

/** The custom message that the SDK sends into a group that it has just created; a failure of it stays unseen. */
export function announceCreation(
  { context, groups, messages }: Account,
  groupID: string,
  type: string,
): void {
  const { flavour, profile, userID, write } = context;
  const content = type === TYPES.GRP_COMMUNITY ? 'Create Community' : 'Create Group';
  const cmd = type === TYPES.GRP_COMMUNITY ? 1 : 0;
  const opUser = profile.nick || userID;
  const payload =
    flavour === '2.x'
      ? { data: 'group_create', extension: `${userID} created a group` }
      : { data: JSON.stringify({ businessID: 'group_create', content, cmd, opUser, version: 4 }) };
  const message = messages.create.custom({ to: groupID, conversationType: TYPES.CONV_GROUP, payload });
  messages
    .sendMessage(message)
    .then(() => {
      // 3.x asks for the group once more, and leaves the service's text in it for a moment.
      const group = flavour === '3.x' ? groups.get(groupID) : undefined;
      if (group !== undefined)
        write<object>(group, { nextMessageSeq: message.sequence + 1, muteAllMembers: 'Off' });
    })
    .catch(() => undefined);
}
