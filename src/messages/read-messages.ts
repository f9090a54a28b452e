import type { ActionContext } from '../action-context.ts';
import type { Sightings } from '../events.ts';
import type { MemberSighting } from '../members/group-member.ts';
import type { ProfileSighting } from '../profiles/profile.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import type { MessageReadReceipt } from './message-details.ts';
import type { Message } from './message.ts';
import { nameCardOf, normalizeMessage, receiptOf, senderOf } from './normalize-message.ts';

/** What a list of the SDK's messages comes to. */
export interface ReadMessages extends Required<Omit<Sightings, 'now'>>, Pick<Sightings, 'now'> {
  readonly messages: readonly Message[];
}

/**
 * Copies a list of the SDK's message objects, keeps their handles, and notes what they show beside. Leaves out
 * what the last account sent: the SDK puts an answer that comes after its logout into the next account's lists; and
 * what failed and was given up.
 * `isAside`: whether they are objects beside those that the SDK holds, which are to be preferred as handles.
 */
export function readMessages(
  context: Pick<ActionContext, 'readEach' | 'handles' | 'getState' | 'serverTime'>,
  live: unknown,
  isAside = false,
): ReadMessages {
  const { userID } = context.getState().session;
  const items: unknown[] = [];
  const messages: Message[] = [];
  context.readEach(live, (item) => {
    const message = normalizeMessage(item);
    const { ID, flow, from, status } = message;
    if (flow === 'out' && userID !== undefined && from !== userID) return;
    if (status === 'fail' && context.handles.isDiscarded(ID)) return;
    const isHeld = isAside && context.handles.get(ID) !== undefined;
    if (isSdkMessage(item) && !message.onlineUserOnly && !isHeld) context.handles.set(ID, item);
    items.push(item);
    messages.push(message);
  });
  const hasOwn = messages.some(({ flow }) => flow === 'out');
  return {
    messages: Object.freeze(messages),
    ...sightingsOf(items, messages),
    ...(hasOwn && { now: Math.floor(context.serverTime() / 1000) }),
  };
}

/** What messages of the SDK, and their copies, show beside: their senders, name cards, and who has read them. */
export function sightingsOf(
  items: readonly unknown[],
  messages: readonly Message[],
): Required<Omit<Sightings, 'now'>> {
  const profiles: ProfileSighting[] = [];
  const nameCards: MemberSighting[] = [];
  const receipts: MessageReadReceipt[] = [];
  for (let index = 0; index < messages.length; index++) {
    const [live, message] = [items[index], messages[index]];
    if (message === undefined) continue;
    if (message.type === 'TIMGroupTipElem') profiles.push(...usersOf(message));
    else addTo(profiles, senderOf(live));
    addTo(nameCards, nameCardOf(live, message));
    addTo(receipts, receiptOf(live, message));
  }
  return { profiles: frozen(profiles), nameCards: frozen(nameCards), receipts: frozen(receipts) };
}

/** Those whom a tip names: nobody sends it. */
function usersOf({
  payload,
  time,
}: Message & { readonly type: 'TIMGroupTipElem' }): readonly ProfileSighting[] {
  return payload.memberList
    .filter(({ nick, avatar }) => nick !== '' || avatar !== '')
    .map(({ userID, nick, avatar }) => Object.freeze({ userID, nick, avatar, time }));
}

function addTo<T>(list: T[], item: T | undefined): void {
  if (item !== undefined) list.push(item);
}

const NONE: readonly never[] = Object.freeze([]);

function frozen<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? NONE : Object.freeze(list);
}
