import type { WireMessage } from './wire.ts';

/** Private is what the SDKs call Work, ChatRoom what they call Meeting. */
export type GroupType = 'Private' | 'Public' | 'ChatRoom' | 'AVChatRoom' | 'Community';
export type Role = 'Owner' | 'Admin' | 'Member';

export interface Member {
  readonly userID: string;
  role: Role;
  nameCard: string;
  /** When the mute ends, in seconds. */
  muteUntil: number;
  /** How messages are announced. */
  remind: string;
  readonly joinTime: number;
  readonly custom: Map<string, string>;
}

/** Somebody wants to join, or somebody else wants them to. */
export interface JoinRequest {
  readonly applicant: string;
  readonly wording: string;
  /** When it was made, in seconds; names it together with the applicant. */
  readonly time: number;
  handled: boolean;
}

/** What can be edited, by its name on the wire. */
export interface GroupProfile {
  Name: string;
  FaceUrl: string;
  Introduction: string;
  Notification: string;
  ApplyJoinOption: 'FreeAccess' | 'NeedPermission' | 'DisableApply';
  InviteJoinOption: 'FreeAccess' | 'NeedPermission' | 'DisableInvite';
  ShutUpAllMember: 'On' | 'Off';
}

export interface Group {
  readonly groupID: string;
  readonly type: GroupType;
  readonly createTime: number;
  readonly profile: GroupProfile;
  readonly custom: Map<string, string>;
  /** In the order in which they joined. */
  readonly members: Map<string, Member>;
  /** The history, tips included; a message's sequence is its index plus one. */
  readonly messages: WireMessage[];
  /** The messages that were recalled, and when, in seconds. */
  readonly recalls: { readonly message: WireMessage; readonly time: number }[];
  readonly requests: JoinRequest[];
  readonly attributes: Map<string, { readonly value: string; readonly sequence: number }>;
  attributesSequence: number;
  readonly counters: Map<string, number>;
  countersSequence: number;
}

/** Custom fields as they travel. */
export type WireFields = readonly { readonly Key: string; readonly Value: string }[];

export const toWireFields = (fields: ReadonlyMap<string, string>): WireFields =>
  [...fields].map(([Key, Value]) => ({ Key, Value }));

export function setFields(fields: Map<string, string>, changes: WireFields = []): void {
  for (const { Key, Value } of changes) fields.set(Key, Value);
}

export function createGroup(
  groupID: string,
  type: GroupType,
  createTime: number,
  profile: Partial<GroupProfile>,
): Group {
  return {
    groupID,
    type,
    createTime,
    profile: {
      Name: `name of ${groupID}`,
      FaceUrl: '',
      Introduction: '',
      Notification: '',
      ApplyJoinOption: type === 'Private' ? 'DisableApply' : 'FreeAccess',
      InviteJoinOption: type === 'Private' ? 'FreeAccess' : 'DisableInvite',
      ShutUpAllMember: 'Off',
      ...profile,
    },
    custom: new Map(),
    members: new Map(),
    messages: [],
    recalls: [],
    requests: [],
    attributes: new Map(),
    attributesSequence: 0,
    counters: new Map(),
    countersSequence: 0,
  };
}

export function addMember(group: Group, userID: string, joinTime: number, role: Role = 'Member'): Member {
  const member: Member = {
    userID,
    role,
    nameCard: '',
    muteUntil: 0,
    remind: 'AcceptAndNotify',
    joinTime,
    custom: new Map(),
  };
  group.members.set(userID, member);
  return member;
}

export const ownerOf = (group: Group): string =>
  [...group.members.values()].find((member) => member.role === 'Owner')?.userID ?? '';

/** Those who decide about requests. */
export const managersOf = (group: Group): readonly string[] =>
  [...group.members.values()].filter(({ role }) => role !== 'Member').map(({ userID }) => userID);

export const manages = (group: Group, userID: string): boolean => managersOf(group).includes(userID);

/** A group as everybody may see it. */
export function publicItem(group: Group): object {
  return {
    GroupId: group.groupID,
    Type: group.type,
    ...group.profile,
    Owner_Account: ownerOf(group),
    CreateTime: group.createTime,
    LastInfoTime: group.createTime,
    InfoSeq: 1,
    MemberNum: group.members.size,
    MaxMemberNum: 6000,
    NextMsgSeq: group.messages.length + 1,
    LastMsgTime: group.messages.at(-1)?.MsgTimeStamp ?? 0,
    AppDefinedData: toWireFields(group.custom),
  };
}

/** A group as its member sees it in a list. */
export function joinedItem(group: Group, userID: string, readSequence: number): object {
  const member = group.members.get(userID);
  return {
    ...publicItem(group),
    SelfInfo: {
      Role: member?.role,
      JoinTime: member?.joinTime,
      MsgFlag: member?.remind,
      MsgSeq: readSequence,
    },
  };
}

export function memberItem({ userID, role, nameCard, muteUntil, remind, joinTime, custom }: Member): object {
  return {
    Member_Account: userID,
    Role: role,
    NameCard: nameCard,
    ShutUpUntil: muteUntil,
    MsgFlag: remind,
    JoinTime: joinTime,
    LastSendMsgTime: 0,
    AppMemberDefinedData: toWireFields(custom),
  };
}
