/** The SDK's events that the embedded SDK fires beyond those of `sdk/constants`. */
export const EXTRA_EVENT = { SDK_DESTROY: 'sdkDestroy' } as const;

/** The numbers with which the SDK itself refuses, beyond those of `sdk/constants`. */
export const REFUSAL = {
  /** A message that is not the SDK's own object. */
  NOT_AN_SDK_MESSAGE: 2105,
  /** 2.x: a conversation that the SDK does not have. */
  CONVERSATION_NOT_FOUND: 2500,
  /** A file message without a registered upload plug-in. */
  NO_UPLOAD_PLUGIN: 2040,
  /** A message to something that is neither a user nor a group. */
  WRONG_CONVERSATION_TYPE: 2106,
  /** No part of the SDK takes care of such a thing. */
  NO_MODULE: 2998,
  FILE_IS_EMPTY: 2108,
  /** Receipts for messages none of which asks for one. */
  NO_RECEIPTS_WANTED: 2114,
  /** A message to a community that is talked in by topics. */
  ONLY_TOPICS: 2115,
  NOTICE_NOT_DELETABLE: 2116,
  IMAGE_TYPE: 2252,
  IMAGE_TOO_LARGE: 2253,
  AUDIO_TOO_LARGE: 2301,
  VIDEO_UPLOAD_FAILED: 2350,
  VIDEO_TOO_LARGE: 2351,
  VIDEO_TYPE: 2352,
  UPLOAD_FAILED: 2400,
  FILE_TOO_LARGE: 2402,
  /** Also of a custom message that says nothing. */
  NOTHING_TO_SEND: 2403,
  FORWARD_OF_TIP: 2453,
  /** Somebody else has modified the message meanwhile. */
  MODIFY_CONFLICT: 2480,
  MODIFY_IN_AVCHATROOM: 2481,
  MERGER_WRONG_TYPE: 2450,
  MERGER_WITHOUT_KEY: 2451,
  MERGER_DOWNLOAD_FAILED: 2452,
  TOO_OFTEN: 2996,
} as const;

/** The numbers with which the SDK itself refuses what is asked about groups. */
export const GROUP_REFUSAL = {
  /** A message to an audio-video room that is not joined. */
  ROOM_NOT_JOINED: 2101,
  UNKNOWN_TYPE: 2600,
  WRONG_TOPIC_ID: 3021,
  /** 2.x only, as are 2622 and 2682: 3.x asks the server. */
  CANNOT_JOIN_WORK: 2601,
  WRONG_GROUP_ID: 2602,
  NOT_HELD: 2603,
  CANNOT_HAND_ROOM_OVER: 2620,
  CANNOT_HAND_OVER_TO_SELF: 2621,
  CANNOT_DISMISS_WORK: 2622,
  NOT_IN_GROUP: 2623,
  CANNOT_INVITE_INTO_ROOM: 2661,
  ONLY_ROOMS_WITHOUT_LOGIN: 2662,
  NOT_OWNER: 2681,
  NO_ROLES_IN_GROUP_TYPE: 2682,
  UNKNOWN_ROLE: 2683,
  CANNOT_SET_OWN_ROLE: 2684,
  CANNOT_MUTE_SELF: 2685,
  /** 3.x only: members of rooms have no profile, name card or custom fields. */
  NOT_IN_ROOM: 2687,
  /** Removing somebody from a room is sold separately. */
  NOT_BOUGHT: 3122,
} as const;

/** The numbers with which the server refuses. */
export const SERVER_REFUSAL = {
  INVALID_PARAMETERS: 10004,
  NO_PERMISSION: 10007,
  OWNER_MAY_NOT_QUIT: 10009,
  NO_SUCH_GROUP: 10010,
  ALREADY_MEMBER: 10013,
  GROUP_FULL: 10014,
  MUTED: 10017,
  NO_SUCH_MEMBER: 10019,
  GROUP_ID_IN_USE: 10021,
  APPLICATION_ANSWERED: 10024,
  GROUP_RECALL_TOO_LATE: 10031,
  TOO_MANY_GROUPS: 10037,
  NO_RECALL_IN_GROUP_TYPE: 10033,
  NO_DELETION_IN_AVCHATROOM: 10035,
  NO_SUCH_ACCOUNT: 20003,
  RECALL_TOO_LATE: 20016,
  NO_SUCH_MESSAGE: 20022,
  SIGNATURE_EXPIRED: 70001,
  MESSAGE_TOO_LARGE: 80002,
} as const;

/** The numbers with which the SDK itself refuses what is asked about people. */
export const PEOPLE_SDK_REFUSAL = {
  USER_NOT_FOUND: 2501,
  INVALID_CONVERSATION_ID: 2503,
  NOT_MY_FRIEND: 2700,
  /** 2.x only: 3.x asks the server. */
  ALREADY_MY_FRIEND: 2701,
  FRIEND_GROUP_EXISTS: 2710,
  NO_SUCH_FRIEND_GROUP: 2711,
  NO_SUCH_APPLICATION: 2716,
  PROFILE_INVALID: 2721,
  PROFILE_EMPTY: 2722,
  CANNOT_BLOCK_SELF: 2742,
} as const;

/** The numbers with which the server refuses what is asked about people. */
export const PEOPLE_REFUSAL = {
  /** The message's sender and its receiver, or the other way round: one has blocked the other. */
  MESSAGE_BLOCKED: 20007,
  /** Among others: a friend that is one already, and what is asked of somebody who is no friend. */
  INVALID: 30001,
  NO_SUCH_ACCOUNT: 30003,
  BLOCKED_BY_SELF: 30515,
  REQUESTS_DENIED: 30516,
  BLOCKED_BY_OTHER: 30525,
  /** No refusal: the other one has to agree. */
  CONFIRMATION_NEEDED: 30539,
  NO_SUCH_REQUEST: 30614,
  ALREADY_BLOCKED: 31307,
  NOT_BLOCKED: 31503,
  NOT_A_FRIEND: 31704,
  /** A user that is no friend cannot be put into a list of friends. */
  NEW_GROUP_NOT_A_FRIEND: 32216,
  GROUP_NOT_A_FRIEND: 32518,
  ALREADY_IN_GROUP: 32519,
  NOT_IN_GROUP: 32520,
  PROFILE_TOO_LONG: 40005,
  NO_SUCH_USER_FOR_STATUS: 70107,
} as const;

/** The numbers with which the SDK itself refuses what is asked of translation, search and experiments. */
export const TEXT_REFUSAL = {
  NOT_TRANSLATED: 2117,
  NOT_TRANSCRIBED: 2118,
  NO_SOUND_FILE: 2119,
  NO_OPTIONS: 3153,
  UNKNOWN_API: 2905,
} as const;

/** The numbers with which the SDK itself refuses what is asked about invitations. */
export const SIGNALING_REFUSAL = {
  NO_INVITATION: 8010,
  NOT_YOURS: 8011,
  NOTHING_TO_CANCEL: 8020,
} as const;

/** With these the server says that the signature has expired: the login ends. */
export const SIGNATURE_EXPIRED: ReadonlySet<number> = new Set([20002, 70001]);

/** The numbers with which the server refuses what is asked about a user's own conversations. */
export const ROW_REFUSAL = {
  /** More than 100 in one call. */
  TOO_MANY_AT_ONCE: 51006,
  NO_SUCH_GROUP: 51009,
  /** More than 20 groups. */
  TOO_MANY_GROUPS: 51010,
} as const;
