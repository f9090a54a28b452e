import { EVENT } from '../../sdk/constants.ts';
import { conversationIDOf } from '../cloud/conversation-ids.ts';
import type { WireMessage } from '../cloud/wire.ts';
import { messageForShow } from '../payload.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import { createElement, receivedPayload } from './element.ts';
import type { Message } from './message.ts';
import type { MessageStore } from './message-store.ts';

/** Takes in that a message was modified, by whomever. */
export interface MessageModifications {
  /** A higher version goes into the held object, with MESSAGE_MODIFIED. Answers the object; null if none is held. */
  readonly apply: (wire: WireMessage) => Message | null;
}

/** The modifications that one login hears of. */
export function createMessageModifications(
  { emit, flavour, userID, write }: Context,
  store: MessageStore,
  conversations: Conversations,
): MessageModifications {
  return {
    apply: (wire) => {
      const { cloudCustomData, type, version } = wire;
      const conversationID = conversationIDOf(wire, userID);
      const held = store.target(conversationID, wire.ID);
      if (held !== undefined && held.version < version) {
        const payload = receivedPayload(flavour, type, wire.payload);
        const _elements = [createElement(flavour, type, payload)];
        write(held, { version, _elements, payload, type, cloudCustomData, isModified: true });
        emit(EVENT.MESSAGE_MODIFIED, [held]);
      }
      const last = conversations.get(conversationID)?.lastMessage;
      const isLast = last?.lastTime === wire.time && last.lastSequence === wire.sequence;
      if (isLast && last.version !== version) {
        const payload = held?.payload ?? receivedPayload(flavour, type, wire.payload);
        write(last, {
          type,
          payload,
          messageForShow: messageForShow(type, payload),
          cloudCustomData,
          version,
        });
        conversations.announce();
      }
      return held ?? null;
    },
  };
}
