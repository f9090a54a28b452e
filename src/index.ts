export type { BlocklistActions } from './blocklist/blocklist-actions.ts';
export { selectBlocklist, selectIsBlocked } from './blocklist/blocklist-selectors.ts';
export type { BlocklistState } from './blocklist/blocklist.ts';
export type {
  ConversationActions,
  ConversationFilter,
  ReadScope,
} from './conversations/conversation-actions.ts';
export type { ConversationGroupActions } from './conversations/conversation-group-actions.ts';
export type { ConversationFailure, ConversationOutcomes } from './conversations/conversation-outcomes.ts';
export type {
  AllReceiveMessageOpt,
  AllReceiveMessageOptions,
  MessageRemindType,
  ReceiveOptionActions,
} from './conversations/receive-option-actions.ts';
export type {
  Conversation,
  ConversationsState,
  GroupAtInfo,
  GroupBrief,
  LastMessage,
} from './conversations/conversation.ts';
export type { ConversationID } from './conversations/conversation-id.ts';
export {
  c2cID,
  groupID,
  isConversationID,
  partnerOf,
  requireConversationID,
} from './conversations/conversation-id.ts';
export {
  selectConversation,
  selectConversationGroups,
  selectConversationName,
  selectConversations,
  selectConversationsInGroup,
  selectDraft,
  selectTotalUnreadCount,
} from './conversations/conversation-selectors.ts';
export type {
  AddFriendOptions,
  AddFriendOutcome,
  CheckFriendType,
  DeleteFriendType,
  FriendActions,
  FriendChanges,
  FriendChecks,
  FriendProfiles,
} from './friends/friend-actions.ts';
export type {
  AcceptApplicationOptions,
  FriendApplicationActions,
  FriendApplications,
} from './friends/friend-application-actions.ts';
export type { FriendGroupActions, FriendGroupOutcome } from './friends/friend-group-actions.ts';
export {
  selectFriend,
  selectFriendApplications,
  selectFriendGroups,
  selectFriends,
  selectFriendsInGroup,
  selectUnreadFriendApplicationCount,
} from './friends/friend-selectors.ts';
export type { Friend, FriendApplication, FriendGroup, FriendsState } from './friends/friend.ts';
export type { StoreEvent, TimEvent, TimEventMap, TimEventOf, TimEventType } from './events.ts';
export type { GroupActions } from './groups/group-actions.ts';
export type { GroupApplicationActions } from './groups/group-application-actions.ts';
export type {
  GroupAttributeActions,
  GroupAttributes,
  GroupCounters,
} from './groups/group-attribute-actions.ts';
export type { GroupProfileOptions } from './groups/group-limits.ts';
export type {
  CreatedGroup,
  CreateGroupOptions,
  GroupMembershipActions,
  JoinedGroup,
  JoinGroupOptions,
  NewMember,
} from './groups/group-membership-actions.ts';
export type { GroupSystemNoticePayload } from './groups/group-notice.ts';
export type { GroupPermissions } from './groups/group-permissions.ts';
export { selectGroupPermissions } from './groups/group-permissions.ts';
export type {
  FoundGroups,
  GroupProfileActions,
  SearchGroupsOptions,
} from './groups/group-profile-actions.ts';
export {
  selectGroup,
  selectGroupApplications,
  selectGroupAttributes,
  selectGroupCounters,
  selectGroupName,
  selectGroups,
  selectOnlineMemberCount,
  selectTopics,
} from './groups/group-selectors.ts';
export type {
  GroupNoticeWords,
  GroupTextOptions,
  GroupTexts,
  GroupTipWords,
} from './groups/group-texts.ts';
export { groupNoticeText, groupTipText } from './groups/group-texts.ts';
export type {
  GroupNoticeProfile,
  GroupProfileChange,
  GroupTipMember,
  GroupTipPayload,
} from './groups/group-tip.ts';
export type {
  CustomField,
  Group,
  GroupApplication,
  GroupPatch,
  GroupRole,
  GroupSelfInfo,
  GroupsState,
  GroupType,
  JoinOption,
  Topic,
} from './groups/group.ts';
export type { TopicActions, TopicOptions, TopicOutcomes } from './groups/topic-actions.ts';
export type { KeyedSelector } from './keyed-selector.ts';
export type {
  GroupMember,
  GroupMembers,
  MembersState,
  MemberSighting,
  Mute,
} from './members/group-member.ts';
export type { MemberLoader } from './members/load-members.ts';
export type { AddedMembers, DeleteMembersOptions, MemberActions } from './members/member-actions.ts';
export type {
  FoundMember,
  FoundMembers,
  MarkedMembers,
  MemberListOptions,
  MemberPage,
  MemberSearchActions,
  SearchMembersOptions,
} from './members/member-search-actions.ts';
export {
  selectGroupMember,
  selectGroupMembers,
  selectGroupMembersState,
  selectIsMuted,
  selectMemberName,
} from './members/member-selectors.ts';
export type { ChangeActions, DeleteOptions, MessageChange } from './messages/change-actions.ts';
export type { TimelineDiff, TimelineOperation } from './messages/diff-timelines.ts';
export { diffTimelines } from './messages/diff-timelines.ts';
export type { ExtensionActions } from './messages/extension-actions.ts';
export type { PinnedGroupMessageUpdate } from './messages/message-events.ts';
export type { Completeness, History, HistoryTask } from './messages/history.ts';
export type { HistoryActions, LoadOptions, MessageTarget } from './messages/history-actions.ts';
export type { HopOptions } from './messages/hop.ts';
export type { HoppingActions, MessagePage } from './messages/hopping-actions.ts';
export type { Orphan } from './messages/orphan.ts';
export type { RetentionOptions } from './messages/retention.ts';
export type { ScreenActions } from './messages/screen.ts';
export type { MessageActions } from './messages/message-actions.ts';
export type {
  MessageExtension,
  MessageReaction,
  MessageReactions,
  MessageReadReceipt,
  ReactionUser,
  ReadReceipt,
} from './messages/message-details.ts';
export type {
  AudioPayload,
  CustomPayload,
  FacePayload,
  FilePayload,
  ImageInfo,
  ImagePayload,
  LocationPayload,
  MergedMessage,
  MergerPayload,
  MessageContent,
  MessagePayloads,
  MessageType,
  TextPayload,
  UnknownPayload,
  VideoPayload,
} from './messages/message-payloads.ts';
export type { PreviewOptions, PreviewTexts } from './messages/message-preview.ts';
export type {
  MessageRow,
  MessageRowOptions,
  MessageRows,
  RowSeparator,
  RowWindow,
} from './messages/message-rows.ts';
export { gapWithin, messageRows, rowsWithin } from './messages/message-rows.ts';
export type { ParseTextOptions, TextSegment } from './messages/parse-text.ts';
export { parseText } from './messages/parse-text.ts';
export { messagePreview } from './messages/message-preview.ts';
export {
  selectExtensions,
  selectHistory,
  selectMessage,
  selectPinnedMessages,
  selectReactions,
  selectReadReceipt,
  selectRevocableUntil,
  selectTimeline,
  selectUploadProgress,
} from './messages/message-selectors.ts';
export type {
  Message,
  MessageFields,
  MessageOf,
  MessageRevocation,
  MessageStatus,
  TextMessage,
} from './messages/message.ts';
export type { MessagesState } from './messages/messages-state.ts';
export type { PinActions } from './messages/pin-actions.ts';
export type { ReactionActions, ReactionUserOptions, ReactionUserPage } from './messages/reaction-actions.ts';
export type { ReadMemberOptions, ReadMemberPage, ReceiptActions } from './messages/receipt-actions.ts';
export type { ResendActions } from './messages/resend-actions.ts';
export type { MergerOptions, SendActions, SendFile } from './messages/send-actions.ts';
export type { OfflinePolicy, SendHandle } from './messages/send-message.ts';
export type {
  CreateOptions,
  MessageControlInfo,
  OfflinePushInfo,
  SendOptions,
  TransmitOptions,
} from './messages/send-options.ts';
export type {
  ConversationSearchResult,
  MessageSearchOptions,
  MessageSearchResult,
  TextServiceActions,
  TranslateOptions,
} from './messages/text-service-actions.ts';
export type { MessageIndex } from './messages/message-index.ts';
export type { Timeline, TimelineGap } from './messages/timeline.ts';
export type { UnreadMark } from './messages/unread-mark.ts';
export { findUnread, selectFirstUnread, selectUnreadMark } from './messages/unread-mark.ts';
export type { Range, Ranges } from './shared/ranges.ts';
export type {
  FollowActions,
  FollowedUser,
  FollowInfo,
  FollowPage,
  FollowType,
} from './profiles/follow-actions.ts';
export type {
  ProfileActions,
  ProfileChanges,
  UserSearchOptions,
  UserSearchResult,
} from './profiles/profile-actions.ts';
export {
  selectMyProfile,
  selectProfile,
  selectSenderName,
  selectUserName,
  selectUserStatus,
} from './profiles/profile-selectors.ts';
export type {
  Profile,
  ProfileDetails,
  ProfileSighting,
  ProfilesState,
  UserStatus,
} from './profiles/profile.ts';
export type { StatusActions, UserStatuses } from './profiles/status-actions.ts';
export { EVENT, TYPES } from './sdk/constants.ts';
export type { SdkEvent, SdkMessage, SdkMessageOptions, TimSdk } from './sdk/tim-sdk.ts';
export type { LoginOptions, SessionActions } from './session/session-actions.ts';
export type { SdkActions } from './session/sdk-actions.ts';
export { selectSession } from './session/session-selectors.ts';
export type { KickedOutType, NetworkState, SessionState, SessionStatus } from './session/session.ts';
export type { Clock } from './shared/clock.ts';
export { systemClock } from './shared/clock.ts';
export type { AbortSignalLike } from './shared/in-chunks.ts';
export type { Failure, UserFailure, UserOutcomes } from './shared/outcomes.ts';
export type { Table, TableDiff } from './shared/table.ts';
export type { TimErrorCode, TimErrorInfo } from './shared/tim-store-error.ts';
export { TimStoreError } from './shared/tim-store-error.ts';
export type {
  InviteOptions,
  SignalingActions,
  SignalingOptions,
  SignalingResult,
} from './signaling/signaling-actions.ts';
export { SIGNALING_EVENT } from './signaling/signaling.ts';
export type { SignalingEvent, SignalingEventData, SignalingInfo } from './signaling/signaling.ts';
export type { TimState } from './state.ts';
export { createTimStore } from './store/create-tim-store.ts';
export type { MessageChangeCause, MessageChanges, TimChanges } from './store/diff-states.ts';
export { keepLoaded } from './store/keep-loaded.ts';
export type { TimStreamName, TimStreams } from './store/streams.ts';
export { streamName } from './store/streams.ts';
export type { TimActions, TimErrorSource, TimStore, TimStoreOptions } from './store/tim-store.ts';
export type { TimKey } from './tim-key.ts';
export type { TypingActions } from './typing/typing-actions.ts';
export { selectIsTyping } from './typing/typing-selectors.ts';
export type { Typing, TypingState } from './typing/typing.ts';
