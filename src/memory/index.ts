/** The embedded SDK: a chat service in memory whose clients stand wherever the vendor's SDK does. */
export { createMemoryServer } from './create-memory-server.ts';
export { createDemoServer } from './demo-server.ts';
export { createManualClock, type ManualClock } from './manual-clock.ts';
export type { SdkResponse } from './client/context.ts';
export type { Conversation as MemoryConversation } from './client/conversation.ts';
export type { Handler as MemoryHandler } from './client/emitter.ts';
export type { MessageOptions } from './client/create-messages.ts';
export type { HoppingData, HoppingOptions } from './client/hopping.ts';
export type { SendOptions } from './client/sending.ts';
export type { UploadedFile } from './client/upload-surroundings.ts';
export type { MessageListData, MessageListOptions } from './client/history.ts';
export type { Message as MemoryMessage } from './client/message.ts';
export type { UserProfile } from './client/profile.ts';
export type { LoginData, LoginOptions as MemoryLoginOptions } from './client/session.ts';
export type { SdkError } from './sdk-error.ts';
export type { GroupControl, GroupHandle, GroupOptions } from './group-control.ts';
export type { GroupSdk } from './group-sdk.ts';
export type { Group as MemoryGroup } from './client/group.ts';
export type { GroupMember as MemoryGroupMember } from './client/members.ts';
export type { ConversationFilter } from './client/conversation-filter.ts';
export type { ConversationGroupMethods } from './client/conversation-group-methods.ts';
export type { ConversationMethods, ReceiveOptions } from './client/conversation-methods.ts';
export type { FollowMethods } from './client/follow-methods.ts';
export type {
  Friend as MemoryFriend,
  FriendApplication as MemoryFriendApplication,
  FriendGroup as MemoryFriendGroup,
} from './client/friend.ts';
export type { PeopleMethods } from './client/people-methods.ts';
export type { UserStatus } from './cloud/people-wire.ts';
export type { FaultableMethod } from './cloud/faultable-method.ts';
export type {
  CallFault,
  CallFaultOptions,
  FaultControl,
  FaultOptions,
  FaultScope,
  PushFault,
  PushFaultOptions,
} from './cloud/faults.ts';
export type { Invitation as MemoryInvitation } from './client/signaling-info.ts';
export type { SignalingMethods } from './client/signaling-methods.ts';
export type { Seed } from './seed.ts';
export type { Tim, TimOptions } from './create-tim.ts';
export type { Flavour as MemoryFlavour } from './flavour.ts';
export type {
  MemoryServer,
  MemoryServerOptions,
  NetworkSwitch,
} from './memory-server.ts';
export type { MemorySdk, MemorySdkOptions } from './memory-sdk.ts';
export type { MessageControl, MessageToSend, TextToSend } from './message-control.ts';
export type { MessageSdk } from './message-sdk.ts';
export type { Payload } from './payload.ts';
export type {
  BefriendOptions,
  FriendRequestOptions,
  PeopleControl,
  ProfileOptions,
  TrueRelations,
} from './people-control.ts';
export type { TrueGroup, TrueMember, TrueMessage, TrueNotes, Truth } from './truth.ts';
