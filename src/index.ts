export type { ConversationActions } from './conversations/conversation-actions.ts';
export type {
  Conversation,
  ConversationsState,
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
  selectConversationName,
  selectConversations,
  selectTotalUnreadCount,
} from './conversations/conversation-selectors.ts';
export type { StoreEvent, TimEvent, TimEventMap, TimEventOf, TimEventType } from './events.ts';
export type { History } from './messages/history.ts';
export type { MessageActions, SendOptions } from './messages/message-actions.ts';
export { selectHistory, selectMessage, selectTimeline } from './messages/message-selectors.ts';
export type {
  Message,
  MessageFields,
  MessageRevocation,
  MessageStatus,
  OtherMessage,
  OtherMessageType,
  TextMessage,
  TextPayload,
} from './messages/message.ts';
export type { MessagesState } from './messages/messages-state.ts';
export type { SendHandle } from './messages/send-message.ts';
export type { MessageIndex, Timeline } from './messages/timeline.ts';
export { selectProfile, selectSenderName } from './profiles/profile-selectors.ts';
export type { Profile, ProfileSighting, ProfilesState } from './profiles/profile.ts';
export { EVENT, TYPES } from './sdk/constants.ts';
export type { SdkEvent, SdkMessage, SdkMessageOptions, TimSdk } from './sdk/tim-sdk.ts';
export type { LoginOptions, SessionActions } from './session/session-actions.ts';
export { selectSession } from './session/session-selectors.ts';
export type { KickedOutType, NetworkState, SessionState, SessionStatus } from './session/session.ts';
export type { Clock } from './shared/clock.ts';
export { systemClock } from './shared/clock.ts';
export type { Table, TableDiff } from './shared/table.ts';
export type { TimErrorCode, TimErrorInfo } from './shared/tim-store-error.ts';
export { TimStoreError } from './shared/tim-store-error.ts';
export type { TimState } from './state.ts';
export { createTimStore } from './store/create-tim-store.ts';
export type { MessageChanges, TimChanges } from './store/diff-states.ts';
export { keepLoaded } from './store/keep-loaded.ts';
export type { TimKey } from './store/keyed-listeners.ts';
export type { TimStreamName, TimStreams } from './store/streams.ts';
export { streamName } from './store/streams.ts';
export type { TimActions, TimErrorSource, TimStore, TimStoreOptions } from './store/tim-store.ts';
