import type { Profile } from '../profiles/profile.ts';
import { flagOf, numberOf, recordOf, requireRecord, requireText, textOf } from '../shared/fields.ts';
import { copyPlain, isRecord } from '../shared/plain.ts';
import { listOf } from '../shared/read-record.ts';
import { unable } from '../shared/unable.ts';
import { isConversationID } from './conversation-id.ts';
import type { Conversation, GroupBrief, LastMessage } from './conversation.ts';

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
  if (conversationID !== previous?.conversationID && !isConversationID(conversationID)) {
    throw unable('MALFORMED_DATA', 'read a conversation of the SDK', `its ID is ${conversationID}`);
  }
  const lastMessage = isForeign(conversationID, raw['lastMessage'], userID)
    ? undefined
    : normalizeLastMessage(raw['lastMessage'], previous?.lastMessage);
  const groupProfile = normalizeGroupBrief(raw['groupProfile'], previous?.groupProfile);
  const groupAtInfoList = listOf(raw['groupAtInfoList'], previous?.groupAtInfoList);
  const markList = listOf(raw['markList'], previous?.markList);
  const conversationGroupList = listOf(raw['conversationGroupList'], previous?.conversationGroupList);
  // Field by field, by hand: each list event brings all rows, and anything more general costs several times as much.
  if (
    previous?.conversationID === conversationID &&
    previous.lastMessage === lastMessage &&
    previous.groupProfile === groupProfile &&
    previous.groupAtInfoList === groupAtInfoList &&
    previous.markList === markList &&
    previous.conversationGroupList === conversationGroupList &&
    previous.type === textOf(raw['type']) &&
    previous.unreadCount === numberOf(raw['unreadCount']) &&
    previous.isPinned === flagOf(raw['isPinned']) &&
    previous.messageRemindType === textOf(raw['messageRemindType']) &&
    previous.remark === textOf(raw['remark']) &&
    previous.peerReadTime === numberOf(raw['peerReadTime']) &&
    previous.customData === textOf(raw['customData'])
  )
    return previous;
  return Object.freeze({
    conversationID,
    type: textOf(raw['type']),
    unreadCount: numberOf(raw['unreadCount']),
    lastMessage,
    isPinned: flagOf(raw['isPinned']),
    messageRemindType: textOf(raw['messageRemindType']),
    remark: textOf(raw['remark']),
    peerReadTime: numberOf(raw['peerReadTime']),
    groupProfile,
    groupAtInfoList,
    markList,
    customData: textOf(raw['customData']),
    conversationGroupList,
  });
}

/** What a one-to-one conversation shows of the peer, `previous` where that is the same; `undefined` where it shows nothing. */
export function peerOf(live: unknown, previous?: Profile): Profile | undefined {
  const raw = requireRecord(live, 'a conversation')['userProfile'];
  if (!isRecord(raw)) return undefined;
  const userID = textOf(raw['userID']);
  const nick = textOf(raw['nick']);
  const avatar = textOf(raw['avatar']);
  if (previous?.userID === userID && previous.nick === nick && previous.avatar === avatar) return previous;
  return userID === '' || (nick === '' && avatar === '') ? undefined : { userID, nick, avatar };
}

/** Whether neither of the two has written it: the SDK shows the next account what the last one sent too late. */
function isForeign(conversationID: string, lastMessage: unknown, userID: string | undefined): boolean {
  const from = textOf(recordOf(lastMessage)['fromAccount']);
  return (
    userID !== undefined &&
    from !== '' &&
    from !== userID &&
    conversationID.startsWith('C2C') &&
    !(conversationID.length === from.length + 3 && conversationID.endsWith(from))
  );
}

function normalizeLastMessage(raw: unknown, previous: LastMessage | undefined): LastMessage | undefined {
  if (!isRecord(raw) || numberOf(raw['lastTime']) === 0) return undefined;
  const payload = copyPlain(raw['payload'], previous?.payload);
  if (
    previous?.lastTime === numberOf(raw['lastTime']) &&
    previous.payload === payload &&
    previous.lastSequence === numberOf(raw['lastSequence']) &&
    previous.fromAccount === textOf(raw['fromAccount']) &&
    previous.nick === textOf(raw['nick']) &&
    previous.nameCard === textOf(raw['nameCard']) &&
    previous.messageForShow === textOf(raw['messageForShow']) &&
    previous.type === textOf(raw['type']) &&
    previous.isRevoked === flagOf(raw['isRevoked'])
  )
    return previous;
  return Object.freeze({
    lastTime: numberOf(raw['lastTime']),
    lastSequence: numberOf(raw['lastSequence']),
    fromAccount: textOf(raw['fromAccount']),
    nick: textOf(raw['nick']),
    nameCard: textOf(raw['nameCard']),
    messageForShow: textOf(raw['messageForShow']),
    type: textOf(raw['type']),
    payload,
    isRevoked: flagOf(raw['isRevoked']),
  });
}

function normalizeGroupBrief(raw: unknown, previous: GroupBrief | undefined): GroupBrief | undefined {
  if (!isRecord(raw) || textOf(raw['groupID']) === '') return undefined;
  const groupID = textOf(raw['groupID']);
  const name = textOf(raw['name']);
  const avatar = textOf(raw['avatar']);
  const type = textOf(raw['type']);
  const isSame =
    previous?.groupID === groupID &&
    previous.name === name &&
    previous.avatar === avatar &&
    previous.type === type;
  return isSame ? previous : Object.freeze({ groupID, name, avatar, type });
}
