import { TYPES } from '../sdk/constants.ts';
import type { Hub } from './cloud/hub.ts';
import { createMessageNotes } from './cloud/message-notes.ts';
import type { Messaging } from './cloud/messaging.ts';
import type { StoredMessage } from './cloud/stored-message.ts';
import type { Draft } from './cloud/wire.ts';
import type { World } from './cloud/world.ts';
import { copyPayload, type Payload } from './payload.ts';
import { requireUser } from './require-user.ts';
import { type TrueMessage, trueMessage } from './truth.ts';

/** A text to send in the name of a user. */
export interface TextToSend {
  readonly from: string;
  /** A user ID or a group ID. */
  readonly to: string;
  readonly text: string;
  /** Server time, seconds; now unless told. */
  readonly time?: number;
}

/** A message of any type to send in the name of a user; the rest has the SDK's defaults. */
export interface MessageToSend
  extends Partial<
    Pick<
      StoredMessage,
      | 'cloudCustomData'
      | 'atUserList'
      | 'needReadReceipt'
      | 'isSupportExtension'
      | 'receiverList'
      | 'onlineUserOnly'
      | 'isExcludedFromUnreadCount'
      | 'isExcludedFromLastMessage'
    >
  > {
  readonly from: string;
  /** A user ID or a group ID. */
  readonly to: string;
  /** One of `TYPES.MSG_*`, or a type that no client knows. */
  readonly type: string;
  /** As the SDK has it for this type. */
  readonly payload: Payload;
  /** Server time, seconds; now unless told. */
  readonly time?: number;
}

/**
 * What others do to messages, without a client of theirs. Each throws an `Error` for a user or message that is not
 * there.
 */
export interface MessageControl {
  /** Sends in the name of a user, who needs no client for it. */
  readonly sendText: (text: TextToSend) => TrueMessage;
  /** The same for several messages in one frame: one event for each group, then one for all C2C messages. */
  readonly sendTexts: (texts: readonly TextToSend[]) => readonly TrueMessage[];
  /** As `sendText`, for messages of any type. */
  readonly send: (message: MessageToSend) => TrueMessage;
  /** Sends a message once more to everybody: clients that have it drop it. */
  readonly redeliver: (messageID: string) => void;
  /**
   * The service forgets a message, as an administrator can make it: for everybody, and without a word to anyone. In a group it
   * leaves a hole in the sequences.
   */
  readonly erase: (messageID: string) => void;
  /** Recalls a message, however old; in its sender's name unless told. */
  readonly revoke: (messageID: string, revokerID?: string) => void;
  /** Changes what a message says: a version more. */
  readonly modify: (messageID: string, payload: Payload, cloudCustomData?: string) => void;
  /** A user who has got a message that wants one sends a read receipt for it. */
  readonly sendReceipt: (userID: string, messageID: string) => void;
  /** A user reacts to a message, or takes the reaction back. */
  readonly react: (userID: string, messageID: string, reactionID: string, isOn?: boolean) => void;
  /** A user sets extensions of a message, or deletes those given as ''. */
  readonly setExtensions: (
    userID: string,
    messageID: string,
    extensions: Readonly<Record<string, string>>,
  ) => void;
}

/** The control of one world's messages. */
export function createMessageControl(world: World, hub: Hub, messaging: Messaging): MessageControl {
  const find = (messageID: string): StoredMessage => {
    const message = world.messages.get(messageID);
    if (message === undefined) throw new Error(`unable to find the message "${messageID}"; no such ID`);
    return message;
  };

  const notes = createMessageNotes(world, hub, find);

  const sendAll = (drafts: readonly MessageToSend[]): readonly TrueMessage[] => {
    const messages = drafts.map((draft) => messaging.keep(draftMessage(world, draft), draft.time));
    messaging.deliver(messages);
    return messages.map(trueMessage);
  };

  const send = (message: MessageToSend): TrueMessage => {
    const kept = messaging.keep(draftMessage(world, message), message.time);
    messaging.deliver([kept]);
    return trueMessage(kept);
  };

  return {
    send,
    sendText: (text) => send(textMessage(text)),
    sendTexts: (texts) => sendAll(texts.map(textMessage)),

    redeliver: (messageID) => messaging.deliver([find(messageID)]),

    erase: (messageID) => messaging.erase(find(messageID)),

    revoke: (messageID, revokerID) => {
      const message = find(messageID);
      messaging.revoke(message, revokerID ?? message.from);
    },

    modify: (messageID, payload, cloudCustomData) =>
      messaging.modify(find(messageID), { payload: copyPayload(payload), cloudCustomData }),

    sendReceipt: (userID, messageID) => notes.sendReceipts(requireUser(world, userID).userID, [messageID]),

    react: (userID, messageID, reactionID, isOn = true) =>
      notes.react(requireUser(world, userID).userID, messageID, reactionID, isOn),

    setExtensions: (userID, messageID, extensions) => {
      const changes = Object.entries(extensions).map(([key, value]) => ({ key, value }));
      notes.changeExtensions(messageID, changes, requireUser(world, userID).userID);
    },
  };
}

function textMessage({ text, ...rest }: TextToSend): MessageToSend {
  return { ...rest, type: TYPES.MSG_TEXT, payload: { text } };
}

/** A message as a client of the sender would have made it. */
function draftMessage(world: World, { time, payload, ...message }: MessageToSend): Draft {
  const { from, to } = message;
  const sender = requireUser(world, from);
  const group = world.groups.get(to);
  if (group === undefined) requireUser(world, to);
  else if (!group.memberIDs.has(from))
    throw new Error(`unable to send; "${from}" is not in the group "${to}"`);
  const clientTime = time ?? Math.floor(world.now() / 1000);
  let chance = world.random(100_000_000);
  // A flood draws so often within one second that equal numbers come up.
  while (world.messages.has(`${sender.tinyID}-${clientTime}-${chance}`)) chance = world.random(100_000_000);
  sender.sequence += 1;
  return {
    cloudCustomData: '',
    ...message,
    payload: copyPayload(payload),
    conversationType: group === undefined ? TYPES.CONV_C2C : TYPES.CONV_GROUP,
    clientSequence: sender.sequence,
    random: chance,
    clientTime,
    priority: TYPES.MSG_PRIORITY_NORMAL,
  };
}
