import type { ConversationID } from '../conversations/conversation-id.ts';
import type { KeyedSelector } from '../keyed-selector.ts';
import { keyed } from '../keyed-selector.ts';

/** Whether the other one is writing to me now, in a one-to-one conversation; turns `false` by itself. */
export const selectIsTyping: KeyedSelector<[conversationID: ConversationID | undefined], boolean> =
  /* @__PURE__ */ keyed('conversation:', (state, conversationID) =>
    state.typing.some((typing) => typing.conversationID === conversationID),
  );
