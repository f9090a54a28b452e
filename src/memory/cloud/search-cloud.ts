import { TYPES } from '../../sdk/constants.ts';
import type { Payload } from '../payload.ts';
import { conversationIDOf } from './conversation-ids.ts';
import { wireMessage } from './describe.ts';
import { groupCard, memberCard } from './describe-group.ts';
import type { GroupCard, MemberCard } from './group-wire.ts';
import type { FullProfile } from './people-wire.ts';
import { fullProfileOf } from './profile-book.ts';
import { isVisibleTo } from './stored-message.ts';
import { visibleMessages } from './visible-messages.ts';
import type { WireMessage } from './wire.ts';
import type { World } from './world.ts';

/** What is looked for. A word is found where it is part of a text, whatever the case. */
export interface Keywords {
  readonly keywordList?: readonly string[];
  /** 'or' unless told. */
  readonly keywordListMatchType?: string;
}

/** Which messages are looked for; field names are the vendor's. */
export interface MessageSearch extends Keywords {
  readonly senderUserIDList?: readonly string[];
  readonly messageTypeList?: readonly string[];
  readonly conversationID?: string;
  /** Seconds: the end of the time looked at, now unless told, and its length; 0 for all. */
  readonly timePosition?: number;
  readonly timePeriod?: number;
}

/** The search of one world. Whole results: who asks makes pages of them. */
export interface SearchCloud {
  /** The newest first, of all conversations that the user has. */
  readonly messages: (userID: string, search: MessageSearch) => readonly WireMessage[];
  /** By ID and nick. */
  readonly users: (search: Keywords) => readonly FullProfile[];
  /** By ID and name; work groups and topics are not found. */
  readonly groups: (userID: string, search: Keywords) => readonly GroupCard[];
  /** By ID, nick and name card, in these groups, or in all of the user's. */
  readonly members: (
    userID: string,
    search: Keywords & { readonly groupIDList?: readonly string[] },
  ) => readonly { readonly group: GroupCard; readonly member: MemberCard }[];
}

/** Looks through everything, each time anew. */
export function createSearchCloud(world: World): SearchCloud {
  return {
    messages: (userID, search) => {
      const { conversationID, senderUserIDList: senders = [], messageTypeList: types = [] } = search;
      const { timePosition = 0, timePeriod = 0 } = search;
      const end = timePosition > 0 ? timePosition : Math.floor(world.now() / 1000);
      const start = timePeriod > 0 ? end - timePeriod : 0;
      const user = world.user(userID);
      const everywhere = [...user.inbox.keys()].filter((id) => id !== TYPES.CONV_SYSTEM);
      const found = (conversationID === undefined ? everywhere : [conversationID])
        .flatMap((id) => visibleMessages(world, userID, id))
        .filter(
          (message) =>
            isVisibleTo(message, userID) &&
            message.revoker === undefined &&
            message.time >= start &&
            message.time <= end &&
            (senders.length === 0 || senders.includes(message.from)) &&
            (types.length === 0 || types.includes(message.type)) &&
            matches(search, textsOf(message.payload)),
        );
      return found
        .sort((a, b) => b.time - a.time || b.serial - a.serial)
        .map((message) => wireMessage(message, user, conversationIDOf(message, userID)));
    },

    users: (search) =>
      [...world.users.values()]
        .filter(({ userID, nick }) => matches(search, [userID, nick]))
        .map(fullProfileOf),

    groups: (userID, search) =>
      [...world.groups.values()]
        .filter(({ type }) => type !== TYPES.GRP_WORK)
        .filter(({ groupID, name }) => matches(search, [groupID, name]))
        .map((group) => groupCard(group, world.user(userID))),

    members: (userID, { groupIDList, ...search }) =>
      [...world.groups.values()]
        .filter(({ groupID, members }) => members.has(userID) && groupIDList?.includes(groupID) !== false)
        .flatMap((group) =>
          [...group.members.values()]
            .filter((member) =>
              matches(search, [member.userID, world.user(member.userID).nick, member.nameCard]),
            )
            .map((member) => ({
              group: groupCard(group, world.user(userID)),
              member: memberCard(member, world.user(member.userID), false),
            })),
        ),
  };
}

/** Whether any of the words (with 'and' all of them) is in one of the texts. Without words everything is found. */
function matches({ keywordList = [], keywordListMatchType }: Keywords, texts: readonly string[]): boolean {
  if (keywordList.length === 0) return true;
  const all = texts.join('\n').toLowerCase();
  const isThere = (word: string): boolean => all.includes(word.toLowerCase());
  return keywordListMatchType === 'and' ? keywordList.every(isThere) : keywordList.some(isThere);
}

function textsOf(payload: Payload): readonly string[] {
  return Object.values(payload).filter((value) => typeof value === 'string');
}
