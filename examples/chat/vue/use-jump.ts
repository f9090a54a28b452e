import type { MessageTarget } from 'tim-reactive';
import type { UseMessagesResult } from 'tim-reactive/vue';
import type { Ref } from 'vue';
import { ref, watch } from 'vue';
import { findRow, MARK_TIME } from '../shared/find-row.ts';

interface Jump {
  /** The message that was jumped to, for a moment. */
  readonly markedID: Readonly<Ref<string | undefined>>;
  /** Loads what surrounds a message, shows it and marks it; answers whether there is one. */
  readonly jumpTo: (target: MessageTarget) => Promise<boolean>;
}

/** Ways to messages far up in the list. */
export function useJump(
  loadAround: UseMessagesResult['loadAround'],
  list: Readonly<Ref<Element | null>>,
): Jump {
  const markedID = ref<string>();

  watch(
    markedID,
    (ID, _before, onCleanup) => {
      if (ID === undefined) return;
      findRow(list.value, ID)?.scrollIntoView({ block: 'center' });
      const timer = setTimeout(() => (markedID.value = undefined), MARK_TIME);
      onCleanup(() => clearTimeout(timer));
    },
    { flush: 'post' },
  );

  const jumpTo = async (target: MessageTarget): Promise<boolean> => {
    const message = await loadAround(target);
    if (message !== undefined) markedID.value = message.ID;
    return message !== undefined;
  };
  return { markedID, jumpTo };
}
