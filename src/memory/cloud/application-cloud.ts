import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { wireMessage } from './describe.ts';
import { applicationCard } from './describe-group.ts';
import type { Application, Group } from './group.ts';
import type { GroupChanges } from './group-changes.ts';
import type { GroupDoor } from './group-door.ts';
import { type GroupTips, NOTICE } from './group-tips.ts';
import type { ApplicationCard } from './group-wire.ts';
import type { WireMessage } from './wire.ts';
import { messagesOf, viewOf, type World } from './world.ts';

/** An answer to an application. */
export interface Verdict {
  readonly groupID: string;
  readonly key: number;
  readonly isAccepted: boolean;
  readonly message: string;
}

/** What a client may ask of the server about notices, and about those who want to be let in. */
export interface ApplicationCloud {
  /** The notices that the user got, from the oldest on; they count as read from now on. */
  readonly notices: (userID: string) => readonly WireMessage[];
  /** Those that this user may answer. */
  readonly applications: (userID: string) => readonly ApplicationCard[];
  readonly answer: (userID: string, verdict: Verdict) => void;
  /** Tells owner and admins that somebody asks to be let in; an earlier request of the same user is gone. */
  readonly apply: (group: Group, applicantID: string, note: string) => void;
}

/** The requests of one world. */
export function createApplicationCloud(
  world: World,
  door: GroupDoor,
  changes: GroupChanges,
  { notify }: GroupTips,
): ApplicationCloud {
  /** Those who may answer applications. */
  const leaders = ({ members }: Group): readonly string[] =>
    [...members.values()]
      .filter(({ role }) => role !== TYPES.GRP_MBR_ROLE_MEMBER)
      .map(({ userID }) => userID);

  return {
    notices: (userID) => {
      const user = world.user(userID);
      viewOf(user, TYPES.CONV_SYSTEM).unread.clear();
      return messagesOf(world, userID, TYPES.CONV_SYSTEM)
        .filter(({ notes }) => !notes.deletedBy.has(userID))
        .map((message) => wireMessage(message, user, TYPES.CONV_SYSTEM));
    },

    applications: (userID) =>
      [...world.groups.values()]
        .filter((group) => leaders(group).includes(userID))
        .flatMap((group) =>
          [...group.applications.values()].map((application) => applicationCard(world, group, application)),
        ),

    answer: (userID, { groupID, key, isAccepted, message }) => {
      const { group } = door.enter(groupID, userID);
      if (!leaders(group).includes(userID)) throw sdkError(SERVER_REFUSAL.NO_PERMISSION);
      const application = group.applications.get(key);
      if (application === undefined) throw sdkError(SERVER_REFUSAL.APPLICATION_ANSWERED);
      group.applications.delete(key);
      const operationType = isAccepted ? NOTICE.ACCEPTED : NOTICE.REJECTED;
      const { applicantID: to } = application;
      if (isAccepted && !group.members.has(to)) changes.join(group, to, userID);
      notify(group, { operationType, operatorID: userID, to, more: { handleMessage: message } });
    },

    apply: (group, applicantID, note) => {
      const key = world.now() * 1000 + world.random(1000);
      for (const { applicantID: known, key: old } of group.applications.values()) {
        if (known === applicantID) group.applications.delete(old);
      }
      const application: Application = { applicantID, note, key, authentication: `${group.groupID}-${key}` };
      group.applications.set(key, application);
      const more = {
        authentication: application.authentication,
        messageKey: key,
        handleMessage: note,
      };
      for (const to of leaders(group)) {
        notify(group, { operationType: NOTICE.APPLIED, operatorID: applicantID, to, more });
      }
    },
  };
}
