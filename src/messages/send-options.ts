/** What goes along with a message; the SDK's own names. */
export interface SendOptions extends CreateOptions, TransmitOptions {}

/** What a message is made with. */
export interface CreateOptions {
  /** Kept by the server with the message, and delivered with it. */
  readonly cloudCustomData?: string;
  /** Which go first where a group's messages come too fast; `Normal` by default. */
  readonly priority?: 'High' | 'Normal' | 'Low' | 'Lowest';
  /** Asks for receipts: `selectReadReceipt` then tells who has read it. */
  readonly needReadReceipt?: boolean;
  /** Allows extensions, which must be said before it is sent. */
  readonly isSupportExtension?: boolean;
  /** In groups: the members that it is for, at most 50, and nobody else. */
  readonly receiverList?: readonly string[];
  /** The moderation that the server is to apply. From 3.x on. */
  readonly customModerationConfigurationID?: string;
  /** Called with the part of a file that is uploaded, from 0 to 1, as the SDK tells it; `selectUploadProgress` has it, too. */
  readonly onProgress?: (fraction: number) => void;
}

/** How a message is sent. */
export interface TransmitOptions {
  /** For whoever is online, and kept nowhere: it stands in no timeline. */
  readonly onlineUserOnly?: boolean;
  readonly offlinePushInfo?: OfflinePushInfo;
  /** What the server is not to do with it. */
  readonly messageControlInfo?: MessageControlInfo;
}

/** What is pushed to devices that are offline. */
export interface OfflinePushInfo {
  /** Pushes nothing. */
  readonly disablePush?: boolean;
  readonly title?: string;
  readonly description?: string;
  /** Passed through to the device's application. */
  readonly extension?: string;
  /** iOS: leaves the badge's number as it is. */
  readonly ignoreIOSBadge?: boolean;
  readonly androidOPPOChannelID?: string;
  /** The settings of the vendors of Android devices, as the SDK takes them; from 3.x on. */
  readonly androidInfo?: Readonly<Record<string, unknown>>;
  /** The settings of Apple's push service, as the SDK takes them; from 3.x on. */
  readonly apnsInfo?: Readonly<Record<string, unknown>>;
}

/** What the server leaves out for one message. */
export interface MessageControlInfo {
  readonly excludedFromUnreadCount?: boolean;
  readonly excludedFromLastMessage?: boolean;
  readonly excludedFromContentModeration?: boolean;
}
