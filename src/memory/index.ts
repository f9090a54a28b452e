/** The embedded SDK: a chat service in memory whose clients stand wherever the vendor's SDK does. */
export { createMemoryServer } from './create-memory-server.ts';
export { createManualClock, type ManualClock } from './manual-clock.ts';
export type { SdkResponse } from './client/context.ts';
export type { Conversation as MemoryConversation } from './client/conversation.ts';
export type { Handler as MemoryHandler } from './client/emitter.ts';
export type { MessageListData, MessageListOptions } from './client/history.ts';
export type { Message as MemoryMessage } from './client/message.ts';
export type { UserProfile } from './client/profile.ts';
export type { LoginData, LoginOptions as MemoryLoginOptions } from './client/session.ts';
export type { SdkError } from './sdk-error.ts';
export type { FaultableMethod, FaultOptions } from './cloud/faults.ts';
export type {
  GroupOptions,
  MemoryServer,
  MemoryServerOptions,
  NetworkSwitch,
  ProfileOptions,
  TextToSend,
} from './memory-server.ts';
export type { MemorySdk, MemorySdkOptions } from './memory-sdk.ts';
export type { TrueMessage, Truth } from './truth.ts';
