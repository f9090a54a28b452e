import type { ActionContext } from '../action-context.ts';
import type { Sightings } from '../events.ts';
import type { ProfileSighting } from '../profiles/profile.ts';
import { isSdkMessage } from '../sdk/handles.ts';
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
  const seen: (readonly [unknown, Message])[] = [];
  for (const [item, message] of context.readEach(live, (item) => [item, normalizeMessage(item)] as const)) {
    if (message.flow === 'out' && userID !== undefined && message.from !== userID) continue;
    if (message.status === 'fail' && context.handles.isDiscarded(message.ID)) continue;
    const isHeld = isAside && context.handles.get(message.ID) !== undefined;
    if (isSdkMessage(item) && !message.onlineUserOnly && !isHeld) context.handles.set(message.ID, item);
    seen.push([item, message]);
  }
  const messages = Object.freeze(seen.map(([, message]) => message));
  const hasOwn = messages.some(({ flow }) => flow === 'out');
  return {
    messages,
    ...sightingsOf(seen),
    ...(hasOwn && { now: Math.floor(context.serverTime() / 1000) }),
  };
}

/** What messages of the SDK, each with its copy, show beside: their senders, name cards, and who has read them. */
export function sightingsOf(
  seen: readonly (readonly [live: unknown, copy: Message])[],
): Required<Omit<Sightings, 'now'>> {
  return {
    profiles: present(seen.flatMap(([live, message]) => usersOf(live, message))),
    nameCards: present(seen.map(([live, message]) => nameCardOf(live, message))),
    receipts: present(seen.map(([live, message]) => receiptOf(live, message))),
  };
}

/** What a message shows of users: of its sender; a tip, which nobody sends, of those whom it names. */
function usersOf(live: unknown, { type, payload, time }: Message): readonly (ProfileSighting | undefined)[] {
  return type === 'TIMGroupTipElem'
    ? payload.memberList
        .filter(({ nick, avatar }) => nick !== '' || avatar !== '')
        .map(({ userID, nick, avatar }) => Object.freeze({ userID, nick, avatar, time }))
    : [senderOf(live)];
}

function present<T>(items: readonly (T | undefined)[]): readonly T[] {
  return Object.freeze(items.filter((item) => item !== undefined));
}
