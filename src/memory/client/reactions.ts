import { EVENT } from '../../sdk/constants.ts';
import type { Reaction } from '../cloud/message-wire.ts';
import type { Profile } from '../cloud/wire.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import type { Message } from './message.ts';
import { isText, property, requireParams } from './validate.ts';

/** Reactions: 3.x only. MESSAGE_REACTIONS_UPDATED fires for own ones, too. */
export interface Reactions {
  readonly addMessageReaction: React;
  readonly removeMessageReaction: React;
  /** Of messages of one conversation, in their order. */
  readonly getMessageReactions: (options: {
    readonly messageList: readonly Message[];
    /** How many users are named for each reaction; 10 unless told. */
    readonly maxUserCountPerReaction?: number;
  }) => Promise<SdkResponse<{ readonly resultList: readonly MessageReactions[] }>>;
  readonly getAllUserListOfMessageReaction: (
    options: ReactionUserOptions,
  ) => Promise<SdkResponse<ReactionUsers>>;
  /** The reactions of a message have changed. */
  readonly receive: (messageID: string, reactions: readonly Reaction[]) => void;
}

type React = (message: Message, reactionID: string) => Promise<SdkResponse<object>>;

/** A message and who has reacted to it. */
export interface MessageReactions {
  readonly messageID: string;
  readonly reactionList: readonly Reaction[];
}

/** What `getAllUserListOfMessageReaction` takes. */
export interface ReactionUserOptions {
  readonly message: Message;
  readonly reactionID: string;
  /** Of the page before; 0 for the first. */
  readonly nextSeq?: number;
  /** At most 100, and 100 unless told. */
  readonly count?: number;
}

/** One page of those who have reacted. */
export interface ReactionUsers {
  readonly userList: readonly Profile[];
  /** 0 at the end. */
  readonly nextSeq: number;
  readonly isCompleted: boolean;
}

const NAMED_USERS = 10;
const MAX_USERS = 100;

/** The reactions of one login. */
export function createReactions({ cloud, emit, request, userID }: Context): Reactions {
  const react =
    (method: 'addMessageReaction' | 'removeMessageReaction', isOn: boolean): React =>
    (message, reactionID) => {
      requireParams(property(message, 'status') === 'success' && isText(reactionID));
      return request(method, () => cloud.react(userID, message.ID, reactionID, isOn)).then(() =>
        response({}),
      );
    };

  return {
    addMessageReaction: react('addMessageReaction', true),
    removeMessageReaction: react('removeMessageReaction', false),

    getMessageReactions: (options) => {
      const messageList = property(options, 'messageList');
      requireParams(Array.isArray(messageList) && messageList.length > 0);
      const limit = options.maxUserCountPerReaction ?? NAMED_USERS;
      const IDs = messageList.map((message) => String(property(message, 'ID')));
      return request('getMessageReactions', () =>
        IDs.map((messageID) => ({ messageID, reactionList: cloud.reactions(userID, messageID, limit) })),
      ).then((resultList) => response({ resultList }));
    },

    getAllUserListOfMessageReaction: (options) => {
      const { message, reactionID, nextSeq = 0, count = MAX_USERS } = options;
      requireParams(property(message, 'status') === 'success' && isText(reactionID));
      const end = nextSeq + Math.min(count, MAX_USERS);
      return request('getAllUserListOfMessageReaction', () => cloud.reactors(message.ID, reactionID)).then(
        (all) => {
          const isCompleted = end >= all.length;
          return response({ userList: all.slice(nextSeq, end), nextSeq: isCompleted ? 0 : end, isCompleted });
        },
      );
    },

    receive: (messageID, reactionList) => emit(EVENT.MESSAGE_REACTIONS_UPDATED, { messageID, reactionList }),
  };
}
