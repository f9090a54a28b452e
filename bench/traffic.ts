import type { ConversationID, TimStore } from '../src/index.ts';
import type { RawMessage } from './driver.ts';
import { MY_USER_ID, rawMessage, rawProfile } from './raw-data.ts';
import type { ScriptedSdk } from './scripted-sdk.ts';

/** How much goes on. */
export interface TrafficOptions {
  readonly conversations: number;
  /** How many people write, in all of them: each in two groups, or in a conversation with me. */
  readonly users: number;
  /** Milliseconds. */
  readonly now: () => number;
}

/** What a conversation is remembered for here: a few messages, to do something to. */
interface Room {
  readonly id: string;
  /** Somebody who writes there. */
  readonly somebody: () => string;
  readonly isGroup: boolean;
  readonly recent: RawMessage[];
  sequence: number;
}

const MOST_RECENT = 20;

/** So many conversations have most of what goes on, and are those that I look at. */
const FAVOURITES = 8;

/**
 * What goes on in an account that is open for long: each call of the answer makes one event, mostly a message, else
 * something done to one, to a member, to a user or to the conversation list; or calls an action. It is the same each time.
 */
export function createTraffic(
  { emit }: Pick<ScriptedSdk, 'emit'>,
  { actions }: Pick<TimStore, 'actions'>,
  { conversations, users, now }: TrafficOptions,
): () => void {
  let seed = 1;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  const rooms = Array.from({ length: conversations }, (_, index): Room => {
    const isGroup = index % 2 === 0;
    const members = Math.ceil((4 * users) / conversations);
    return {
      id: isGroup ? `GROUPteam${index}` : `C2Cuser${index}`,
      somebody: () => (isGroup ? `user${((index * members) / 4 + below(members)) % users}` : `user${index}`),
      isGroup,
      recent: [],
      sequence: 0,
    };
  });
  let count = 0;

  const make = (room: Room, fields: object = {}): RawMessage => {
    count += 1;
    room.sequence += 1;
    const time = Math.floor(now() / 1000);
    const user = room.somebody();
    const isOwn = below(10) === 0;
    return Object.assign(rawMessage(count, { conversationID: room.id }), {
      ID: `${user}-${time}-${count}`,
      time,
      sequence: room.sequence,
      from: isOwn ? MY_USER_ID : user,
      flow: isOwn ? 'out' : 'in',
      nick: `Nick of ${user}`,
      nameCard: room.isGroup && below(2) === 0 ? `Card of ${user}` : '',
      needReadReceipt: below(4) === 0,
      readReceiptInfo: { readCount: 1, unreadCount: 5, isPeerRead: false },
      ...fields,
    });
  };
  const receive = (room: Room): void => {
    const message = make(room);
    room.recent.push(message);
    if (room.recent.length > MOST_RECENT) room.recent.shift();
    emit('MESSAGE_RECEIVED', [message]);
  };
  /** One of the last messages, or one that the store has not. */
  const some = (room: Room): RawMessage => {
    const known = room.recent[below(1.2 * MOST_RECENT)];
    return known ?? make(room, { time: Math.floor(now() / 1000) - 100_000 });
  };

  const happenings: readonly (readonly [weight: number, (room: Room) => void])[] = [
    [600, receive],
    [
      50,
      (room) => emit('MESSAGE_REVOKED', [Object.assign(some(room), { isRevoked: true, revoker: 'user1' })]),
    ],
    [
      50,
      (room) => {
        const message = some(room);
        const payload = { text: `edit ${(count += 1)}` };
        emit('MESSAGE_MODIFIED', [
          Object.assign(message, { version: Number(message['version']) + 1, isModified: true, payload }),
        ]);
      },
    ],
    [
      50,
      (room) => {
        const { ID: messageID } = some(room);
        emit('MESSAGE_READ_RECEIPT_RECEIVED', [
          { messageID, readCount: 1 + below(9), unreadCount: below(9), isPeerRead: false },
        ]);
      },
    ],
    [
      50,
      (room) => {
        const user = { userID: room.somebody(), nick: '', avatar: '' };
        const reaction = { reactionID: `[${below(5)}]`, totalUserCount: below(3), partialUserList: [user] };
        emit('MESSAGE_REACTIONS_UPDATED', {
          messageID: some(room).ID,
          reactionList: [{ ...reaction, reactedByMyself: false }],
        });
      },
    ],
    [
      30,
      (room) => {
        const { ID: messageID } = some(room);
        if (below(2) === 0) emit('MESSAGE_EXTENSIONS_DELETED', { messageID, keyList: ['vote'] });
        else
          emit('MESSAGE_EXTENSIONS_UPDATED', {
            messageID,
            extensions: [{ key: 'vote', value: `${below(9)}` }],
          });
      },
    ],
    [20, (room) => emit('MESSAGE_READ_BY_PEER', [Object.assign(some(room), { isPeerRead: true })])],
    [
      // The SDK parses a message again, and calls it by another ID.
      20,
      (room) => {
        const message = some(room);
        emit('MESSAGE_RECEIVED', [{ ...message, ID: `again-${(count += 1)}-${message.ID}` }]);
      },
    ],
    [
      30,
      (room) => {
        const userID = room.somebody();
        const payload = {
          operationType: 1 + below(2),
          operatorID: userID,
          userIDList: [userID],
          memberCount: 10 + below(9),
          groupProfile: { groupID: room.id.slice(5), groupName: '' },
          newGroupProfile: {},
          memberList: [{ userID, nick: `Nick of ${userID}`, avatar: '' }],
        };
        if (room.isGroup)
          emit('MESSAGE_RECEIVED', [make(room, { type: 'TIMGroupTipElem', from: '@TIM#SYSTEM', payload })]);
      },
    ],
    [
      30,
      (room) => {
        const data = JSON.stringify({ businessID: 'user_typing_status', typingStatus: below(2) });
        const payload = { data, description: '', extension: '' };
        if (!room.isGroup)
          emit('MESSAGE_RECEIVED', [make(room, { type: 'TIMCustomElem', _onlineOnlyFlag: true, payload })]);
      },
    ],
    [
      20,
      () => {
        const userID = `user${below(users)}`;
        emit('PROFILE_UPDATED', [{ ...rawProfile(userID), nick: `Nick ${(count += 1)}` }]);
      },
    ],
    [
      20,
      () =>
        emit('USER_STATUS_UPDATED', [
          { userID: `user${below(users)}`, statusType: below(2), customStatus: '' },
        ]),
    ],
    [
      20,
      (room) =>
        void actions.messages.delete(room.recent.splice(-1).map(({ ID }) => ID)).catch(() => undefined),
    ],
    [1, (room) => void actions.conversations.clearHistory(room.id as ConversationID).catch(() => undefined)],
    [9, () => actions.messages.show(rooms[below(FAVOURITES)]?.id as ConversationID)()],
  ];
  // Everybody is known from the beginning: what is kept of users is bounded by how many there are.
  const everybody = Array.from({ length: users }, (_, index) => `user${index}`);
  emit('PROFILE_UPDATED', everybody.map(rawProfile));
  emit(
    'USER_STATUS_UPDATED',
    everybody.map((userID) => ({ userID, statusType: 1, customStatus: '' })),
  );

  const total = happenings.reduce((sum, [weight]) => sum + weight, 0);

  return () => {
    const room = rooms[below(below(4) === 0 ? rooms.length : FAVOURITES)];
    let at = below(total);
    const happening = happenings.find(([weight]) => (at -= weight) < 0);
    if (room !== undefined) happening?.[1](room);
  };
}
