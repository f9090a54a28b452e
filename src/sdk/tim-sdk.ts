/**
 * The port: what the store needs of an SDK instance, by shape alone, so that no vendor package is imported.
 * The `ChatSDK` types of `tim-js-sdk`, `@tencentcloud/chat` and `@tencentcloud/lite-chat` are assignable to it
 * (a type test), and so is the embedded SDK. What comes back is `unknown` on purpose: it is parsed at this boundary.
 *
 * Members are methods, not properties: the vendors' parameter types are wider and narrower than ours at once
 * (mixed enums), which only method parameters allow.
 */
export interface TimSdk {
  on(eventName: string, handler: (event: SdkEvent) => void, context?: unknown): void;
  off(eventName: string, handler: (event: SdkEvent) => void, context?: unknown): void;
  login(options: { userID: string; userSig: string }): Promise<unknown>;
  logout(): Promise<unknown>;
  getMyProfile(): Promise<unknown>;
  getConversationList(): Promise<unknown>;
  setMessageRead(options: { conversationID: string }): Promise<unknown>;
  getMessageList(options: { conversationID: string; nextReqMessageID?: string }): Promise<unknown>;
  createTextMessage(options: SdkMessageOptions): SdkMessage;
  sendMessage(message: SdkMessage): Promise<unknown>;
  resendMessage(message: SdkMessage): Promise<unknown>;
  /** From 3.x on. */
  isReady?(): boolean;
  /** From 3.x on. A string; the vendor's type says `String`. */
  getLoginUser?(): unknown;
}

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
