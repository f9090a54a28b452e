import { EVENT } from '../../sdk/constants.ts';
import type { MessagePush } from '../cloud/message-wire.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import { type Message, messageFromWire } from './message.ts';
import type { MessageStore } from './message-store.ts';
import { isText, property, requireParams } from './validate.ts';

/** Messages that are pinned in their group, for everybody: 3.x only. */
export interface PinnedMessages {
  readonly pinGroupMessage: (options: {
    readonly groupID: string;
    readonly message: Message;
    readonly isPinned: boolean;
  }) => Promise<SdkResponse<object>>;
  /** By sequence: the held objects where there are some, each with its `pinnerInfo`. */
  readonly getPinnedGroupMessageList: (
    groupID: string,
  ) => Promise<SdkResponse<{ readonly messageList: readonly Message[] }>>;
  /** Somebody has pinned or unpinned one: a message object, or when unpinned, what tells which it was. */
  readonly receive: (push: Extract<MessagePush, { kind: 'pinned' }>) => void;
}

/** The pinned messages of one login. */
export function createPinnedMessages(
  { cloud, emit, flavour, request, userID, write }: Context,
  store: MessageStore,
): PinnedMessages {
  return {
    pinGroupMessage: (options) => {
      const messageID = property(property(options, 'message'), 'ID');
      const { groupID, isPinned } = options;
      requireParams(isText(groupID) && isText(messageID) && typeof isPinned === 'boolean');
      return request('pinGroupMessage', () => cloud.pinMessage(userID, messageID, isPinned)).then(() =>
        response({}),
      );
    },

    getPinnedGroupMessageList: (groupID) => {
      requireParams(isText(groupID));
      return request('getPinnedGroupMessageList', () => cloud.pinned(userID, groupID)).then((pinned) => {
        const messageList = pinned.map(({ message: wire, pinner }) => {
          const message = store.find(wire.ID) ?? messageFromWire(flavour, wire, userID);
          write(message, { pinnerInfo: pinner });
          return message;
        });
        return response({ messageList });
      });
    },

    receive: ({ message: wire, isPinned, operator }) => {
      // The vendor's 2.x knows nothing of it.
      if (flavour === '2.x') return;
      const { ID, sequence, random, time, clientTime } = wire;
      const message = isPinned
        ? messageFromWire(flavour, wire, userID)
        : { ID, sequence, random, time, clientTime };
      if (isPinned) write(message, { pinnerInfo: operator });
      const { userID: operatorID, nick, avatar } = operator;
      const operatorInfo = { userID: operatorID, nick, avatar };
      emit(EVENT.PINNED_GROUP_MESSAGE_UPDATED, { groupID: wire.to, message, isPinned, operatorInfo });
    },
  };
}
