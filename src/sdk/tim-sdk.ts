/**
 * The port: what the store needs of an SDK instance, by shape alone, so that no vendor package is imported.
 * The `ChatSDK` types of `tim-js-sdk`, `@tencentcloud/chat` and `@tencentcloud/lite-chat` are assignable to it
 * (a type test), and so is the embedded SDK. What comes back is `unknown` on purpose: it is parsed at this boundary.
 *
 * Members are methods, not properties: the vendors' parameter types are wider and narrower than ours at once
 * (mixed enums), which only method parameters allow.
 */
export interface TimSdk extends OptionalMethods {
  on(eventName: string, handler: (event: SdkEvent) => void, context?: unknown): void;
  off(eventName: string, handler: (event: SdkEvent) => void, context?: unknown): void;
  login(options: { userID: string; userSig: string }): Promise<unknown>;
  logout(): Promise<unknown>;
  getMyProfile(): Promise<unknown>;
  getConversationList(): Promise<unknown>;
  setMessageRead(options: { conversationID: string }): Promise<unknown>;
  getMessageList(options: { conversationID: string; nextReqMessageID?: string }): Promise<unknown>;
  createTextMessage(options: SdkMessageOptions): SdkMessage;
  sendMessage(message: SdkMessage, options?: object): Promise<unknown>;
  /** 2.x takes no options. */
  resendMessage(message: SdkMessage, options?: object): Promise<unknown>;
  /** From 3.x on. */
  isReady?(): boolean;
  /** From 3.x on. A string; the vendor's type says `String`. */
  getLoginUser?(): unknown;
}

/**
 * What the store uses where it is there: every other method of every generation. None is needed, so an SDK that lacks
 * one fits all the same, and the action that would call it rejects with `UNSUPPORTED`. Called by name through
 * `callSdk`; the domains' actions say what each takes and answers.
 */
export type OptionalMethods = { readonly [M in OptionalSdkMethod]?: (...args: never[]) => unknown };

/** The names of the SDK's methods beyond those that every build has. */
export type OptionalSdkMethod =
  | 'accept'
  | 'acceptFriendApplication'
  | 'addConversationsToGroup'
  | 'addFriend'
  | 'addGroupMember'
  | 'addMessageReaction'
  | 'addSignalingListener'
  | 'addToBlacklist'
  | 'addToFriendGroup'
  | 'callExperimentalAPI'
  | 'cancel'
  | 'changeGroupOwner'
  | 'checkFollowType'
  | 'checkFriend'
  | 'clearHistoryMessage'
  | 'convertVoiceToText'
  | 'createAudioMessage'
  | 'createConversationGroup'
  | 'createCustomMessage'
  | 'createFaceMessage'
  | 'createFileMessage'
  | 'createForwardMessage'
  | 'createFriendGroup'
  | 'createGroup'
  | 'createImageMessage'
  | 'createLocationMessage'
  | 'createMergerMessage'
  | 'createTextAtMessage'
  | 'createTopicInCommunity'
  | 'createVideoMessage'
  | 'decreaseGroupCounter'
  | 'deleteConversation'
  | 'deleteConversationGroup'
  | 'deleteConversationsFromGroup'
  | 'deleteFriend'
  | 'deleteFriendApplication'
  | 'deleteFriendGroup'
  | 'deleteGroupAttributes'
  | 'deleteGroupMember'
  | 'deleteMessage'
  | 'deleteMessageExtensions'
  | 'deleteTopicFromCommunity'
  | 'destroy'
  | 'dismissGroup'
  | 'downloadMergerMessage'
  | 'findMessage'
  | 'followUser'
  | 'getAllReceiveMessageOpt'
  | 'getAllUserListOfMessageReaction'
  | 'getBlacklist'
  | 'getConversationGroupList'
  | 'getConversationProfile'
  | 'getFriendApplicationList'
  | 'getFriendGroupList'
  | 'getFriendList'
  | 'getFriendProfile'
  | 'getGroupApplicationList'
  | 'getGroupAttributes'
  | 'getGroupCounters'
  | 'getGroupList'
  | 'getGroupMemberList'
  | 'getGroupMemberProfile'
  | 'getGroupMessageReadMemberList'
  | 'getGroupOnlineMemberCount'
  | 'getGroupProfile'
  | 'getJoinedCommunityList'
  | 'getMessageExtensions'
  | 'getMessageListHopping'
  | 'getMessageReactions'
  | 'getMessageReadReceiptList'
  | 'getMutualFollowersList'
  | 'getMyFollowersList'
  | 'getMyFollowingList'
  | 'getPinnedGroupMessageList'
  | 'getServerTime'
  | 'getSignalingInfo'
  | 'getTopicList'
  | 'getTotalUnreadMessageCount'
  | 'getUserFollowInfo'
  | 'getUserProfile'
  | 'getUserStatus'
  | 'handleGroupApplication'
  | 'increaseGroupCounter'
  | 'initGroupAttributes'
  | 'invite'
  | 'inviteInGroup'
  | 'joinGroup'
  | 'markConversation'
  | 'markGroupMemberList'
  | 'modifyInvitation'
  | 'modifyMessage'
  | 'pinConversation'
  | 'pinGroupMessage'
  | 'quitGroup'
  | 'refuseFriendApplication'
  | 'registerPlugin'
  | 'reject'
  | 'removeFromBlacklist'
  | 'removeFromFriendGroup'
  | 'removeMessageReaction'
  | 'removeSignalingListener'
  | 'renameConversationGroup'
  | 'renameFriendGroup'
  | 'revokeMessage'
  | 'searchCloudGroupMembers'
  | 'searchCloudGroups'
  | 'searchCloudMessages'
  | 'searchCloudUsers'
  | 'searchGroupByID'
  | 'sendMessageReadReceipt'
  | 'setAllMessageRead'
  | 'setAllReceiveMessageOpt'
  | 'setConversationCustomData'
  | 'setConversationDraft'
  | 'setFriendApplicationRead'
  | 'setGroupAttributes'
  | 'setGroupCounters'
  | 'setGroupMemberCustomField'
  | 'setGroupMemberMuteTime'
  | 'setGroupMemberNameCard'
  | 'setGroupMemberRole'
  | 'setLogLevel'
  | 'setMessageExtensions'
  | 'setMessageRemindType'
  | 'setSelfStatus'
  | 'subscribeUserStatus'
  | 'translateText'
  | 'unfollowUser'
  | 'unsubscribeUserStatus'
  | 'updateFriend'
  | 'updateGroupProfile'
  | 'updateMyProfile'
  | 'updateTopicProfile'
  | 'use';

/** What an SDK handler is called with. */
export interface SdkEvent {
  readonly name: string;
  readonly data?: unknown;
}

/** The SDK's own live message object: never in the state; for sending, the SDK accepts only the original back. */
export interface SdkMessage {
  readonly ID: string;
}

/** What the SDK's `create*Message` methods take. `conversationType` is `TYPES.CONV_C2C` or `TYPES.CONV_GROUP`. */
export interface SdkMessageOptions {
  to: string;
  conversationType: string | number;
  payload: unknown;
  cloudCustomData?: string;
}
