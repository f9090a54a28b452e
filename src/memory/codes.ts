/** The SDK's events that the embedded SDK fires beyond those of `sdk/constants`. */
export const EXTRA_EVENT = { SDK_DESTROY: 'sdkDestroy' } as const;

/** The numbers with which the SDK itself refuses, beyond those of `sdk/constants`. */
export const REFUSAL = {
  /** A message that is not the SDK's own object. */
  NOT_AN_SDK_MESSAGE: 2105,
  /** 2.x: a conversation that the SDK does not have. */
  CONVERSATION_NOT_FOUND: 2500,
  /** A message to a group that the account is not in: refused without asking the server. */
  GROUP_NOT_JOINED: 2903,
} as const;

/** The numbers with which the server refuses. */
export const SERVER_REFUSAL = {
  NO_PERMISSION: 10007,
  NO_SUCH_GROUP: 10010,
  NO_SUCH_ACCOUNT: 20003,
  NO_SUCH_MESSAGE: 20022,
} as const;
