import { TYPES } from '../../sdk/constants.ts';
import { REFUSAL } from '../codes.ts';
import { firstSequence } from '../first-sequence.ts';
import type { Payload } from '../payload.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';
import { createElement, type Element } from './element.ts';
import { fileFields, readFile } from './file-payloads.ts';
import type { Groups } from './groups.ts';
import { mergerPayload } from './merger.ts';
import { isGroupMessage, Message } from './message.ts';
import type { Uploads } from './uploads.ts';
import { isText, property, requireParams } from './validate.ts';

/** What the `create*Message` methods take; what is left out has the SDK's default. */
export interface MessageOptions {
  /** A user ID or a group ID. */
  to: string;
  /** `TYPES.CONV_C2C` or `TYPES.CONV_GROUP`. */
  conversationType: string | number;
  /** By method; of `createForwardMessage` the message itself. */
  payload: unknown;
  /** One of `TYPES.MSG_PRIORITY_*`. */
  priority?: string | number;
  cloudCustomData?: string;
  needReadReceipt?: boolean;
  isSupportExtension?: boolean;
  /** Group: the members that get it; everybody, when left out. */
  receiverList?: readonly string[];
  /** Files: called with 0 to 1 while the message is being sent. */
  onProgress?: (fraction: number) => void;
  /** 3.x only. */
  customModerationConfigurationID?: string;
}

/** Makes messages that are not sent yet, and are in no list. Bad arguments throw at once. */
export interface MessageFactory {
  /** The text, and the users that it mentions: `atUserList`. */
  readonly text: (options: MessageOptions) => Message;
  readonly custom: (options: MessageOptions) => Message;
  readonly face: (options: MessageOptions) => Message;
  readonly location: (options: MessageOptions) => Message;
  /** `TYPES.MSG_IMAGE`, `MSG_AUDIO`, `MSG_VIDEO` or `MSG_FILE`, of `payload.file`. */
  readonly file: (type: string, options: MessageOptions) => Message;
  /** Of several messages one; failed ones are refused. */
  readonly merger: (options: MessageOptions) => Message;
  /** The same again for somebody else: the new message shares the payload object of the old one. */
  readonly forward: (options: MessageOptions) => Message;
}

const PRIORITIES: readonly string[] = [
  TYPES.MSG_PRIORITY_HIGH,
  TYPES.MSG_PRIORITY_NORMAL,
  TYPES.MSG_PRIORITY_LOW,
  TYPES.MSG_PRIORITY_LOWEST,
];

/** The messages of one login: their sequences go up from one number of the clock. */
export function createMessageFactory(
  { clock, flavour, profile, random, tinyID, userID }: Context,
  groups: Groups,
  uploads: Uploads,
): MessageFactory {
  let sequence = firstSequence(clock.now());

  const create = (
    options: MessageOptions,
    element: Element,
    more: { readonly isRelay?: boolean; readonly atUserList?: readonly string[] } = {},
  ): Message => {
    const to = property(options, 'to');
    const conversationType = property(options, 'conversationType');
    requireParams(isText(to) && isText(conversationType));
    const clientTime = Math.floor(clock.now() / 1000);
    const isGroup = isGroupMessage({ conversationType });
    const conversationID = `${conversationType}${to}`;
    const chance = random(100_000_000);
    const { atUserList = [] } = more;
    sequence += 1;
    return new Message(flavour, {
      ID: `${tinyID}-${clientTime}-${chance}`,
      conversationID,
      conversationType,
      time: Math.ceil(clock.now() / 1000),
      sequence: isGroup ? 0 : sequence,
      clientSequence: sequence,
      random: chance,
      priority: priorityOf(options.priority),
      nick: profile.nick,
      avatar: profile.avatar,
      nameCard: isGroup ? (groups.get(to)?.selfInfo.nameCard ?? '') : '',
      from: userID,
      to,
      flow: 'out',
      isRead: true,
      status: 'unSend',
      cloudCustomData: options.cloudCustomData ?? '',
      clientTime,
      senderTinyID: tinyID,
      element,
      atUserList,
      groupAtInfoList: atUserList.map(groupAtInfo),
      isRelay: more.isRelay ?? false,
      needReadReceipt: options.needReadReceipt === true,
      isSupportExtension: options.isSupportExtension === true,
      receiverList: options.receiverList,
      moderation: options.customModerationConfigurationID,
    });
  };

  const plain = (options: MessageOptions, type: string, content: Payload): Message =>
    create(options, createElement(flavour, type, content));

  return {
    text: (options) => {
      const text = property(property(options, 'payload'), 'text');
      const atUserList = property(property(options, 'payload'), 'atUserList') ?? [];
      requireParams(isText(text) && Array.isArray(atUserList));
      return create(options, createElement(flavour, TYPES.MSG_TEXT, { text }), { atUserList });
    },

    custom: (options) => {
      const [data = '', description = '', extension = ''] = fields(
        options,
        'data',
        'description',
        'extension',
      );
      requireParams([data, description, extension].every((field) => typeof field === 'string'));
      return plain(options, TYPES.MSG_CUSTOM, { data, description, extension });
    },

    face: (options) => {
      const [index, data] = fields(options, 'index', 'data');
      requireParams(typeof index === 'number' && typeof data === 'string');
      return plain(options, TYPES.MSG_FACE, { index, data });
    },

    location: (options) => {
      const [description, longitude, latitude] = fields(options, 'description', 'longitude', 'latitude');
      requireParams(
        typeof description === 'string' && typeof longitude === 'number' && typeof latitude === 'number',
      );
      return plain(options, TYPES.MSG_LOCATION, { description, longitude, latitude });
    },

    file: (type, options) => {
      const file = readFile(property(property(options, 'payload'), 'file'));
      const { content, memoryURL } = fileFields({ flavour, random, userID }, type, file);
      const message = create(options, createElement(flavour, type, content, memoryURL));
      uploads.prepare(message, file, options.onProgress);
      return message;
    },

    merger: (options) => {
      const content = mergerPayload(property(options, 'payload'));
      return create(options, createElement(flavour, TYPES.MSG_MERGER, content), { isRelay: true });
    },

    forward: (options) => {
      const original = property(options, 'payload');
      requireParams(original instanceof Message);
      const [element] = original._elements;
      if (original.type === TYPES.MSG_GRP_TIP || element === undefined) {
        // The vendor's hazard: what is declared as a message is a rejected promise.
        return Promise.reject(sdkError(REFUSAL.FORWARD_OF_TIP)) as never;
      }
      const cloudCustomData = options.cloudCustomData || original.cloudCustomData;
      return create({ ...options, cloudCustomData }, element, { isRelay: true });
    },
  };
}

function fields(options: MessageOptions, ...keys: readonly string[]): readonly unknown[] {
  const payload = property(options, 'payload');
  requireParams(typeof payload === 'object' && payload !== null && Object.keys(payload).length > 0);
  return keys.map((key) => property(payload, key));
}

/** Its name, or the number 1 (high) to 4 (lowest); anything else is normal. */
function priorityOf(priority: unknown): string {
  const named = PRIORITIES.find((one, index) => one === priority || index + 1 === Number(priority));
  return named ?? TYPES.MSG_PRIORITY_NORMAL;
}

function groupAtInfo(userID: string): object {
  return userID === TYPES.MSG_AT_ALL ? { groupAtAllFlag: 1 } : { groupAtAllFlag: 0, groupAtUserID: userID };
}
