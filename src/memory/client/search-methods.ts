import type { FaultableMethod } from '../cloud/faultable-method.ts';
import { conversationIDOf } from '../cloud/conversation-ids.ts';
import type { Keywords, MessageSearch } from '../cloud/search-cloud.ts';
import type { WireMessage } from '../cloud/wire.ts';
import { TEXT_REFUSAL } from '../codes.ts';
import type { Flavour } from '../flavour.ts';
import { sdkError } from '../sdk-error.ts';
import type { Account } from './account.ts';
import { response, type SdkResponse } from './context.ts';
import { type Group, groupFromCard } from './group.ts';
import { type Message, messageFromWire } from './message.ts';
import { type UserProfile, userProfile } from './profile.ts';
import type { Session } from './session.ts';
import { isFilledArray, property, requireParams } from './validate.ts';

/** One page of what was found. */
export interface SearchData<Row> {
  readonly searchResultList: readonly Row[];
  /** For the next page; '' at the end. */
  readonly cursor: string;
  readonly totalCount: number;
}

/** What was found in one conversation; of several messages there is only the count, unless it alone was asked for. */
interface ConversationHits {
  readonly conversationID: string;
  readonly messageCount: number;
  readonly messageList: readonly Message[];
}

interface MemberHits {
  readonly groupInfo: Pick<Group, 'groupID' | 'name' | 'type' | 'avatar'>;
  readonly memberList: readonly {
    readonly userID: string;
    readonly nick: string;
    readonly nameCard: string;
    readonly avatar: string;
  }[];
}

interface Paged {
  /** 20 unless told. */
  readonly count?: number;
  readonly cursor?: string;
}

type Search<Options, Row> = (options: Options & Paged) => Promise<SdkResponse<SearchData<Row>>>;

/**
 * The search at the service, from 3.x on. The real one finds whole words, by the rules of their language; this one finds
 * parts of texts, whatever the case. Without options 3153 from the first of them; without anything to look for a thrown
 * error.
 */
export interface SearchMethods {
  readonly searchCloudMessages: Search<MessageSearch, ConversationHits>;
  readonly searchCloudUsers: Search<Keywords, UserProfile>;
  readonly searchCloudGroups: Search<Keywords, Group>;
  readonly searchCloudGroupMembers: Search<
    Keywords & { readonly groupIDList?: readonly string[] },
    MemberHits
  >;
}

/** The methods of one client. */
export function createSearchMethods(
  { whenReady }: Pick<Session, 'whenReady'>,
  flavour: Flavour,
): Partial<SearchMethods> {
  if (flavour === '2.x') return {};

  const search = <Options extends object, Row>(
    method: FaultableMethod & keyof SearchMethods,
    criteria: readonly string[],
    find: (account: Account, options: Options & Paged) => SearchData<Row>,
  ): Search<Options, Row> =>
    whenReady(method, (account, options: Options & Paged) => {
      const passed: unknown = options;
      const isNothing = passed === undefined || passed === '';
      if (isNothing && method === 'searchCloudMessages')
        return Promise.reject(sdkError(TEXT_REFUSAL.NO_OPTIONS));
      requireParams(criteria.some((name) => isFilledArray(property(options, name))));
      return account.context.request(method, () => response(find(account, options)));
    });

  const words = ['keywordList'];
  return {
    searchCloudMessages: search<MessageSearch, ConversationHits>(
      'searchCloudMessages',
      [...words, 'senderUserIDList', 'messageTypeList'],
      ({ context: { cloud, userID } }, options) => {
        const found = cloud.search.messages(userID, options);
        if (options.conversationID === undefined) {
          const hits = byConversation(found, userID).map((hit) =>
            hit.messageCount > 1 ? { ...hit, messageList: [] } : hit,
          );
          return pageOf(hits, options);
        }
        const page = pageOf(found, options);
        return { ...page, searchResultList: byConversation(page.searchResultList, userID) };
      },
    ),
    searchCloudUsers: search<Keywords, UserProfile>('searchCloudUsers', words, ({ context }, options) =>
      pageOf(
        context.cloud.search.users(options).map((profile) => userProfile(profile, context.clock.now())),
        options,
      ),
    ),
    searchCloudGroups: search<Keywords, Group>('searchCloudGroups', words, ({ context }, options) =>
      pageOf(
        context.cloud.search.groups(context.userID, options).map((card) => groupFromCard(card, '')),
        options,
      ),
    ),
    searchCloudGroupMembers: search<Keywords, MemberHits>(
      'searchCloudGroupMembers',
      words,
      ({ context }, options) => {
        const hits = new Map<string, MemberHits>();
        for (const { group, member } of context.cloud.search.members(context.userID, options)) {
          const { groupID, name, type, avatar } = group;
          const { userID, nick, nameCard } = member;
          const before = hits.get(groupID)?.memberList ?? [];
          const memberList = [...before, { userID, nick, nameCard, avatar: member.avatar }];
          hits.set(groupID, { groupInfo: { groupID, name, type, avatar }, memberList });
        }
        return pageOf([...hits.values()], options);
      },
    ),
  };
}

function byConversation(found: readonly WireMessage[], userID: string): readonly ConversationHits[] {
  const hits = new Map<string, Message[]>();
  for (const wire of found) {
    const id = conversationIDOf(wire, userID);
    hits.set(id, [...(hits.get(id) ?? []), messageFromWire('3.x', wire, userID)]);
  }
  return [...hits].map(([conversationID, messageList]) => ({
    conversationID,
    messageCount: messageList.length,
    messageList,
  }));
}

/** Of one conversation the pages are of its messages, else of conversations, users and so on. */
function pageOf<Row>(all: readonly Row[], { count = 20, cursor = '' }: Paged): SearchData<Row> {
  const start = Number(cursor);
  const end = start + count;
  return {
    searchResultList: all.slice(start, end),
    cursor: end < all.length ? `${end}` : '',
    totalCount: all.length,
  };
}
