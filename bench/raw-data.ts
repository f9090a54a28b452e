import type { RawConversation, RawMessage } from './driver.ts';

/** Seconds: when message 0 was sent. One follows each second. */
const START = 1_700_000_000;

/** Whose account it is. */
export const MY_USER_ID = 'me';

/**
 * The message with this number, a whole one, in the SDK's shape, its private fields included: the greater the number,
 * the later it was sent. Leave numbers out for those that come late.
 */
export function rawMessage(i: number, { conversationID }: { readonly conversationID: string }): RawMessage {
  const isGroup = conversationID.startsWith('GROUP');
  const peer = conversationID.slice(isGroup ? 5 : 3);
  const from = isGroup ? `member${i % 20}` : peer;
  const time = START + i;
  const text = `message ${i} of a conversation`;
  return {
    ID: `144115210000000001-${time}-${1_000_000 + i}`,
    conversationID,
    conversationType: isGroup ? 'GROUP' : 'C2C',
    time,
    sequence: i + 1,
    clientSequence: i + 1,
    random: 1_000_000 + i,
    priority: 'Normal',
    nick: `Nick of ${from}`,
    avatar: '',
    isPeerRead: false,
    nameCard: '',
    _elements: [{ type: 'TIMTextElem', content: { text } }],
    isPlaceMessage: 0,
    isRevoked: false,
    from,
    to: isGroup ? peer : MY_USER_ID,
    flow: 'in',
    isSystemMessage: false,
    protocol: 'JSON',
    isResend: false,
    isRead: false,
    status: 'success',
    _onlineOnlyFlag: false,
    _groupAtInfoList: [],
    _relayFlag: false,
    atUserList: [],
    cloudCustomData: '',
    isDeleted: false,
    isModified: false,
    _isExcludedFromUnreadCount: false,
    _isExcludedFromLastMessage: false,
    clientTime: time,
    senderTinyID: '144115210000000001',
    readReceiptInfo: {},
    needReadReceipt: false,
    version: 0,
    isBroadcastMessage: false,
    isSupportExtension: false,
    revoker: null,
    payload: { text },
    type: 'TIMTextElem',
  };
}

/** The i-th row of the SDK's conversation list, in its shape; the later the row, the older its last message. */
export function rawConversation(i: number, conversationID: string = `C2Cuser${i}`): RawConversation {
  const isGroup = conversationID.startsWith('GROUP');
  const id = conversationID.slice(isGroup ? 5 : 3);
  const lastMessage = {
    lastTime: START - i,
    lastSequence: 1000,
    fromAccount: isGroup ? 'member1' : id,
    messageForShow: `last of conversation ${i}`,
    type: 'TIMTextElem',
    payload: { text: `last of conversation ${i}` },
    cloudCustomData: '',
    isRevoked: false,
    onlineOnlyFlag: false,
    nick: `Nick ${i}`,
    nameCard: '',
    version: 0,
    isPeerRead: false,
    revoker: null,
  };
  return {
    conversationID,
    unreadCount: i % 5,
    type: isGroup ? 'GROUP' : 'C2C',
    lastMessage,
    _isInfoCompleted: true,
    peerReadTime: 0,
    groupAtInfoList: [],
    remark: '',
    isPinned: false,
    messageRemindType: isGroup ? 'AcceptAndNotify' : '',
    markList: [],
    customData: '',
    conversationGroupList: [],
    ...(isGroup ? { groupProfile: rawGroup(id, lastMessage) } : { userProfile: rawProfile(id) }),
  };
}

/** A user's profile, in the SDK's shape. */
export function rawProfile(userID: string): object {
  return {
    userID,
    nick: `Nick of ${userID}`,
    gender: '',
    birthday: 0,
    location: '',
    selfSignature: '',
    allowType: 'AllowType_Type_AllowAny',
    language: 0,
    avatar: '',
    messageSettings: 0,
    adminForbidType: 'AdminForbid_Type_None',
    level: 0,
    role: 0,
    lastUpdatedTime: 0,
    profileCustomField: [],
  };
}

function rawGroup(groupID: string, lastMessage: object): object {
  return {
    groupID,
    name: `Name of ${groupID}`,
    avatar: '',
    type: 'Public',
    introduction: '',
    notification: '',
    ownerID: 'member0',
    createTime: START,
    infoSequence: '',
    lastInfoTime: '',
    selfInfo: {
      messageRemindType: 'AcceptAndNotify',
      joinTime: START,
      nameCard: '',
      role: 'Member',
      userID: MY_USER_ID,
      readedSequence: 0,
    },
    lastMessage,
    nextMessageSeq: 1001,
    memberCount: 20,
    maxMemberCount: 200,
    joinOption: '',
    inviteOption: '',
    groupCustomField: [],
    muteAllMembers: false,
    isSupportTopic: false,
    _lastRevokedTime: 0,
  };
}
