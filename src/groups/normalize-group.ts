import { flagOf, numberOf, recordOf, requireRecord, requireText, textOf } from '../shared/fields.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { listOf, readRecord } from '../shared/read-record.ts';
import type { Group, GroupApplication, GroupSelfInfo, Topic } from './group.ts';

const groupID = (live: unknown): string => requireText(live, 'the ID of a group');

const SELF: RecordSchema<GroupSelfInfo> = {
  userID: textOf,
  role: textOf,
  nameCard: textOf,
  joinTime: numberOf,
  messageRemindType: textOf,
};

const GROUP: RecordSchema<Group> = {
  groupID,
  name: textOf,
  avatar: textOf,
  type: textOf,
  introduction: textOf,
  notification: textOf,
  ownerID: textOf,
  createTime: numberOf,
  memberCount: numberOf,
  maxMemberCount: numberOf,
  joinOption: textOf,
  inviteOption: textOf,
  muteAllMembers: isOn,
  isSupportTopic: flagOf,
  groupCustomField: listOf,
  selfInfo: (live, previous) => readKnown(recordOf(live), SELF, 'my part in a group', previous),
};

const TOPIC: RecordSchema<Topic> = {
  topicID: (live) => requireText(live, 'the ID of a topic'),
  topicName: textOf,
  avatar: textOf,
  introduction: textOf,
  notification: textOf,
  customData: textOf,
  unreadCount: numberOf,
  muteAllMembers: isOn,
};

const APPLICATION: RecordSchema<Omit<GroupApplication, 'ID' | 'status'>> = {
  groupID,
  groupName: textOf,
  userID: (live) => requireText(live, 'the applicant of a request to join'),
  applyMessage: textOf,
  time: secondsOf,
};

/**
 * A frozen copy of one of the SDK's group objects: `previous` itself, whole or in parts, where nothing changed. What it does
 * not tell (lite: texts and whether all are muted) is as it was.
 */
export function normalizeGroup(live: unknown, previous?: Group): Group {
  return readKnown(live, GROUP, 'a group', previous);
}

/** Reads a record; fields that are `undefined` in it stay as they were. */
function readKnown<T extends object>(
  live: unknown,
  schema: RecordSchema<T>,
  what: string,
  previous: T | undefined,
): T {
  const raw = requireRecord(live, what);
  const known = Object.entries(previous ?? {}).filter(([key]) => raw[key] === undefined);
  return readRecord({ ...raw, ...Object.fromEntries(known) }, schema, what, previous);
}

/** A frozen copy of one of the SDK's topics. */
export function normalizeTopic(live: unknown, previous?: Topic): Topic {
  return readRecord(live, TOPIC, 'a topic', previous);
}

/** One of the SDK's list of requests to join, under an ID of its own: it is found again by what it says. */
export function normalizeApplication(live: unknown): GroupApplication {
  const raw = recordOf(live);
  // Type 2: the applicant would have another join.
  const userID = raw['applicationType'] === 2 ? raw['userID'] : raw['applicant'];
  const { note: applyMessage, messageKey: time } = raw;
  const read = readRecord({ ...raw, userID, applyMessage, time }, APPLICATION, 'a request to join');
  return Object.freeze({
    ID: `${read.groupID}/${read.userID}/${String(time)}`,
    ...read,
    status: 'pending',
  });
}

/** The community of a topic. */
export function communityOf(topicID: string): string {
  return topicID.split('@TOPIC#')[0] ?? topicID;
}

/** Whether the value stands for true: 3.x keeps this flag as the service writes it, in its lists. */
export function isOn(live: unknown): boolean {
  return live === 'On' || flagOf(live);
}

/** A time in seconds, whatever fraction of them it was counted in. */
function secondsOf(live: unknown): number {
  let time = numberOf(live);
  while (time > 1e11) time /= 1000;
  return Math.floor(time);
}
