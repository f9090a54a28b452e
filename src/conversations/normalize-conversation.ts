import type { Profile } from '../profiles/profile.ts';
import { flagOf, numberOf, requireRecord, requireText, textOf } from '../shared/fields.ts';
import { copyPlain, isRecord, shareRecord } from '../shared/plain.ts';
import { listOf } from '../shared/read-record.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import type { Conversation, GroupBrief, LastMessage } from './conversation.ts';
import { isConversationID } from './conversation-id.ts';

/**
 * A frozen copy of one of the SDK's conversation objects: `previous` itself, whole or in parts, where nothing
 * changed. Throws `MALFORMED_DATA` where it has no conversation ID. `userID` is whose list it is.
 */
export function normalizeConversation(
  live: unknown,
  userID: string | undefined,
  previous?: Conversation,
): Conversation {
  const raw = requireRecord(live, 'a conversation');
  const conversationID = requireText(raw['conversationID'], 'the ID of a conversation');
  if (!isConversationID(conversationID)) {
    throw new TimStoreError(
      'MALFORMED_DATA',
      `unable to read a conversation of the SDK; its ID is ${conversationID}`,
    );
  }
  return shareRecord<Conversation>(
    {
      conversationID,
      type: textOf(raw['type']),
      unreadCount: numberOf(raw['unreadCount']),
      lastMessage: isForeign(conversationID, raw['lastMessage'], userID)
        ? undefined
        : normalizeLastMessage(raw['lastMessage'], previous?.lastMessage),
      isPinned: flagOf(raw['isPinned']),
      messageRemindType: textOf(raw['messageRemindType']),
      remark: textOf(raw['remark']),
      peerReadTime: numberOf(raw['peerReadTime']),
      groupProfile: normalizeGroupBrief(raw['groupProfile'], previous?.groupProfile),
      groupAtInfoList: listOf(raw['groupAtInfoList'], previous?.groupAtInfoList),
      markList: listOf(raw['markList'], previous?.markList),
      customData: textOf(raw['customData']),
      conversationGroupList: listOf(raw['conversationGroupList'], previous?.conversationGroupList),
    },
    previous,
  );
}

/** What a one-to-one conversation shows of the peer; `undefined` where it shows nothing. */
export function peerOf(live: unknown): Profile | undefined {
  const raw = requireRecord(live, 'a conversation')['userProfile'];
  if (!isRecord(raw)) return undefined;
  const [userID, nick, avatar] = [textOf(raw['userID']), textOf(raw['nick']), textOf(raw['avatar'])];
  return userID === '' || (nick === '' && avatar === '') ? undefined : { userID, nick, avatar };
}

/** Whether neither of the two has written it: the SDK shows the next account what the last one sent too late. */
function isForeign(conversationID: string, lastMessage: unknown, userID: string | undefined): boolean {
  const from = isRecord(lastMessage) ? textOf(lastMessage['fromAccount']) : '';
  return (
    userID !== undefined &&
    from !== '' &&
    conversationID.startsWith('C2C') &&
    from !== userID &&
    conversationID !== `C2C${from}`
  );
}

function normalizeLastMessage(raw: unknown, previous: LastMessage | undefined): LastMessage | undefined {
  if (!isRecord(raw) || numberOf(raw['lastTime']) === 0) return undefined;
  return shareRecord<LastMessage>(
    {
      lastTime: numberOf(raw['lastTime']),
      lastSequence: numberOf(raw['lastSequence']),
      fromAccount: textOf(raw['fromAccount']),
      nick: textOf(raw['nick']),
      nameCard: textOf(raw['nameCard']),
      messageForShow: textOf(raw['messageForShow']),
      type: textOf(raw['type']),
      payload: copyPlain(raw['payload'], previous?.payload),
      isRevoked: flagOf(raw['isRevoked']),
    },
    previous,
  );
}

function normalizeGroupBrief(raw: unknown, previous: GroupBrief | undefined): GroupBrief | undefined {
  if (!isRecord(raw) || textOf(raw['groupID']) === '') return undefined;
  return shareRecord<GroupBrief>(
    {
      groupID: textOf(raw['groupID']),
      name: textOf(raw['name']),
      avatar: textOf(raw['avatar']),
      type: textOf(raw['type']),
    },
    previous,
  );
}
