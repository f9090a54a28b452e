// What can happen to groups and their members, whoever causes it: an SDK or a test.

import {
  addMember,
  createGroup,
  type Group,
  type GroupProfile,
  type GroupType,
  type JoinRequest,
  managersOf,
  ownerOf,
} from './group.ts';
import { notice, tip } from './group-news.ts';
import type { Line } from './line.ts';
import type { Service } from './service.ts';

/** Makes a group without telling anybody; the first member is its owner. */
export function foundGroup(
  { world }: Service,
  groupID: string,
  type: GroupType,
  members: readonly string[],
  profile: Partial<GroupProfile> = {},
): Group {
  const group = createGroup(groupID, type, world.now(), profile);
  for (const [i, userID] of members.entries()) {
    addMember(group, userID, world.now(), i === 0 ? 'Owner' : 'Member');
  }
  world.groups.set(groupID, group);
  return group;
}

/** `users` come in: by themselves, or with `operator`'s help. */
export function enter(
  service: Service,
  group: Group,
  users: readonly string[],
  operator = users[0] ?? '',
): void {
  for (const userID of users) addMember(group, userID, service.world.now());
  const self = users.includes(operator);
  tip(service, group, 'joined', operator, users, { GroupJoinType: self ? 1 : 2 });
  if (!self) for (const userID of users) notice(service, group, 'added', userID, operator);
}

export function quit(service: Service, group: Group, userID: string, except?: Line): void {
  group.members.delete(userID);
  tip(service, group, 'quit', userID, [userID]);
  notice(service, group, 'quit', userID, userID, {}, except);
}

export function kick(
  service: Service,
  group: Group,
  operator: string,
  users: readonly string[],
  reason = '',
): void {
  for (const userID of users) group.members.delete(userID);
  tip(service, group, 'kicked', operator, users);
  for (const userID of users) notice(service, group, 'kicked', userID, operator, { RemarkInfo: reason });
}

export function dismiss(service: Service, group: Group, except?: Line): void {
  const operator = ownerOf(group);
  for (const userID of group.members.keys())
    notice(service, group, 'dismissed', userID, operator, {}, except);
  service.world.groups.delete(group.groupID);
}

export function setAdmin(
  service: Service,
  group: Group,
  operator: string,
  userID: string,
  admin: boolean,
): void {
  const member = group.members.get(userID);
  if (!member) return;
  member.role = admin ? 'Admin' : 'Member';
  const type = admin ? 'adminSet' : 'adminCancelled';
  tip(service, group, type, operator, [userID]);
  notice(service, group, type, userID, operator);
}

/** `seconds` from now, or 0 to end it. */
export function mute(
  service: Service,
  group: Group,
  operator: string,
  userID: string,
  seconds: number,
): void {
  const member = group.members.get(userID);
  if (!member) return;
  member.muteUntil = seconds === 0 ? 0 : service.world.now() + seconds;
  const MsgMemberInfo = [{ User_Account: userID, ShutupTime: seconds }];
  tip(service, group, 'memberChanged', operator, [userID], { MsgMemberInfo });
}

const tipNames = {
  Name: 'GroupName',
  FaceUrl: 'GroupFaceUrl',
  Introduction: 'GroupIntroduction',
  Notification: 'GroupNotification',
  ApplyJoinOption: 'ApplyJoinOption',
  InviteJoinOption: 'InviteJoinOption',
} as const;

export function edit(service: Service, group: Group, operator: string, changes: Partial<GroupProfile>): void {
  Object.assign(group.profile, changes);
  const news = Object.entries(tipNames).flatMap(([field, name]): (readonly [string, string | number])[] => {
    const value = changes[field as keyof typeof tipNames];
    return value === undefined ? [] : [[name, value]];
  });
  if (changes.ShutUpAllMember) news.push(['ShutupAll', changes.ShutUpAllMember === 'On' ? 1 : 0]);
  tip(service, group, 'profileChanged', operator, [], { MsgGroupNewInfo: Object.fromEntries(news) });
}

export function handOver(service: Service, group: Group, newOwner: string): void {
  const operator = ownerOf(group);
  for (const member of group.members.values()) {
    if (member.userID === operator) member.role = 'Member';
    if (member.userID === newOwner) member.role = 'Owner';
  }
  const MsgGroupNewInfo = { Owner_Account: newOwner };
  tip(service, group, 'profileChanged', operator, [], { MsgGroupNewInfo });
}

/** Asks those who decide. */
export function apply(service: Service, group: Group, applicant: string, wording: string): void {
  const request: JoinRequest = { applicant, wording, time: service.world.next(), handled: false };
  group.requests.push(request);
  const more = { RemarkInfo: wording, MsgKey: request.time, Authentication: authenticationOf(request) };
  for (const userID of managersOf(group)) notice(service, group, 'applied', userID, applicant, more);
}

export const authenticationOf = ({ applicant, time }: JoinRequest): string => `${applicant}:${time}`;

export function answerRequest(
  service: Service,
  group: Group,
  request: JoinRequest,
  operator: string,
  accepted: boolean,
  message = '',
): void {
  request.handled = true;
  const { applicant } = request;
  if (accepted) enter(service, group, [applicant]);
  notice(service, group, accepted ? 'accepted' : 'refused', applicant, operator, { RemarkInfo: message });
}
