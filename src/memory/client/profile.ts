import { TYPES } from '../../sdk/constants.ts';
import type { GroupCard, Profile } from '../cloud/wire.ts';
import type { LastMessage } from './last-message.ts';

/** A user's profile in the SDK's shape. */
export interface UserProfile {
  readonly userID: string;
  nick: string;
  readonly gender: string;
  readonly birthday: number;
  readonly location: string;
  readonly selfSignature: string;
  readonly allowType: string;
  readonly language: number;
  avatar: string;
  readonly messageSettings: number;
  readonly adminForbidType: string;
  readonly level: number;
  readonly role: number;
  readonly lastUpdatedTime: number;
  readonly profileCustomField: readonly unknown[];
}

/** A group's profile in the SDK's shape, as far as a conversation carries it. */
export interface GroupProfile {
  readonly groupID: string;
  readonly name: string;
  readonly avatar: string;
  readonly type: string;
  readonly ownerID: string;
  readonly createTime: number;
  readonly selfInfo: { readonly userID: string; readonly role: string; readonly messageRemindType: string };
  readonly lastMessage: LastMessage;
  nextMessageSeq: number;
  readonly memberCount: number;
}

/** A new object in the SDK's shape, with the vendor's defaults for what this server does not keep. */
export function userProfile({ userID, nick, avatar }: Profile): UserProfile {
  return {
    userID,
    nick,
    gender: '',
    birthday: 0,
    location: '',
    selfSignature: '',
    allowType: 'AllowType_Type_AllowAny',
    language: 0,
    avatar,
    messageSettings: 0,
    adminForbidType: 'AdminForbid_Type_None',
    level: 0,
    role: 0,
    lastUpdatedTime: 0,
    profileCustomField: [],
  };
}

/** `lastMessage` is the conversation's own object. */
export function groupProfile(group: GroupCard, userID: string, lastMessage: LastMessage): GroupProfile {
  const { groupID, name, avatar, type, ownerID, createTime, memberCount } = group;
  const profile = {
    groupID,
    name,
    avatar,
    type,
    introduction: '',
    notification: '',
    ownerID,
    createTime,
    infoSequence: '',
    lastInfoTime: '',
    selfInfo: {
      messageRemindType: TYPES.MSG_REMIND_ACPT_AND_NOTE,
      joinTime: createTime,
      nameCard: '',
      role: ownerID === userID ? 'Owner' : 'Member',
      userID,
      readedSequence: 0,
    },
    lastMessage,
    nextMessageSeq: 1,
    memberCount,
    maxMemberCount: 200,
    joinOption: '',
    inviteOption: '',
    groupCustomField: [],
    muteAllMembers: false,
    isSupportTopic: false,
    _lastRevokedTime: 0,
  };
  return profile;
}
