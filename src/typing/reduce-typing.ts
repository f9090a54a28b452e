import type { StoreEvent } from '../events.ts';
import * as TYPES from '../sdk/types.ts';
import { HOLDS, readTypingNotice } from './typing-notice.ts';
import type { Typing, TypingState } from './typing.ts';

/** Nobody is writing. */
export function initialTyping(): TypingState {
  return Object.freeze([]);
}

/** Keeps who is writing: until they say that they are not, have written, or nothing is heard of it any more. */
export function reduceTyping(state: TypingState, event: StoreEvent): TypingState {
  switch (event.type) {
    case 'MESSAGE_RECEIVED':
      return event.data.reduce((typing, message) => {
        const { conversationID, conversationType, flow, time } = message;
        if (conversationType !== TYPES.CONV_C2C || flow !== 'in') return typing;
        const others = without(typing, (one) => one.conversationID === conversationID);
        if (readTypingNotice(message) !== true) return others;
        const mine = Object.freeze({ conversationID, until: time + HOLDS });
        return Object.freeze([...others, mine].sort((a, b) => a.until - b.until));
      }, state);
    case 'timePassed':
      return without(state, ({ until }) => until <= event.time);
    case 'SDK_NOT_READY':
    case 'KICKED_OUT':
      return without(state, () => true);
    default:
      return state;
  }
}

/** The same list where nobody is left out. */
function without(state: TypingState, isOut: (typing: Typing) => boolean): TypingState {
  return state.some(isOut) ? Object.freeze(state.filter((typing) => !isOut(typing))) : state;
}
