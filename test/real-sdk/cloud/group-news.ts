// What the members of a group are told: tips stand in its history, notices come to one user and stand in no group.

import type { Group } from './group.ts';
import type { Line } from './line.ts';
import type { Service } from './service.ts';
import type { PushEvent, TipBody, WireMessage } from './wire.ts';

export const TIP = {
  joined: 1,
  quit: 2,
  kicked: 3,
  adminSet: 4,
  adminCancelled: 5,
  profileChanged: 6,
  memberChanged: 7,
} as const;

export const NOTICE = {
  applied: 1,
  accepted: 2,
  refused: 3,
  kicked: 4,
  dismissed: 5,
  created: 6,
  added: 7,
  quit: 8,
  adminSet: 9,
  adminCancelled: 10,
  remindType: 20,
  custom: 255,
} as const;

const sender = '@TIM#SYSTEM';
const roleNumbers = { Owner: 400, Admin: 300, Member: 200 } as const;

/** Puts a tip into the history of the group and pushes it to the members. */
export function tip(
  service: Service,
  group: Group,
  type: keyof typeof TIP,
  operator: string,
  users: readonly string[] = [],
  more: object = {},
): void {
  const body: TipBody = {
    OpType: TIP[type],
    Operator_Account: operator,
    ...(TIP[type] <= TIP.kicked && { MemberNum: group.members.size }),
    MsgOperatorMemberExtraInfo: personInfo(service, group, operator),
    ...(users.length > 0 && {
      List_Account: users,
      MsgMemberExtraInfo: users.map((userID) => personInfo(service, group, userID)),
    }),
    ...more,
  };
  const message: WireMessage = {
    ...envelope(service, group, group.groupID),
    MsgSeq: group.messages.length + 1,
    MsgBody: body,
    Event: 4,
  };
  group.messages.push(message);
  for (const userID of group.members.keys()) service.push(userID, { Event: 4, GroupTips: [message] });
}

/** Tells those who are connected something that is no message: attributes and counters. */
export function silentTip(service: Service, group: Group, body: object, except?: Line): void {
  const content = { OpType: TIP.profileChanged, Operator_Account: sender, ...body };
  const message = { ...envelope(service, group, group.groupID), MsgSeq: 0, MsgBody: content, Event: 6 };
  for (const userID of group.members.keys()) service.push(userID, { Event: 6, GroupTips: [message] }, except);
}

/** Sends one user a notice, now or when they are back. */
export function notice(
  service: Service,
  group: Group,
  type: keyof typeof NOTICE,
  userID: string,
  operator: string,
  more: object = {},
  except?: Line,
): void {
  const body = { ReportType: NOTICE[type], Operator_Account: operator, ...more };
  service.deliver(userID, groupReport(service, group, userID, body), except);
}

/** An event about a group to one user: notices and read receipts. */
export function groupReport(service: Service, group: Group, userID: string, body: object): PushEvent {
  const message = { ...envelope(service, group, userID), MsgSeq: service.world.next(), MsgBody: body };
  return { Event: 5, GroupTips: [message] };
}

function envelope({ world }: Service, { groupID, type, profile }: Group, to: string) {
  return {
    From_Account: sender,
    ToGroupId: groupID,
    ClientSeq: 0,
    MsgRandom: world.next(),
    MsgTimeStamp: world.now(),
    MsgClientTime: world.now(),
    MsgVersion: 0,
    CloudCustomData: '',
    TinyId: world.user(sender).tinyID,
    From_AccountNick: '',
    From_AccountHeadurl: '',
    GroupInfo: {
      GroupId: groupID,
      GroupType: type,
      GroupName: profile.Name,
      From_Account: sender,
      To_Account: to,
    },
  };
}

function personInfo({ world }: Service, group: Group, userID: string): object {
  const { nick, avatar } = world.user(userID);
  const member = group.members.get(userID);
  return {
    UserId: userID,
    NickName: nick,
    ImageUrl: avatar,
    Role: roleNumbers[member?.role ?? 'Member'],
  };
}
