import { recordOf } from '../shared/fields.ts';
import type { SdkMessage } from './tim-sdk.ts';

/**
 * The SDK's own message objects by message ID, outside the state: sending accepts only the original, unfrozen object,
 * and recalling a copy flags the copy alone. Those of messages that are not in the state are let go, all but a few.
 */
export interface Handles {
  readonly get: (ID: string) => SdkMessage | undefined;
  readonly set: (ID: string, message: SdkMessage) => void;
  /** Forgets a message that was not sent, for good: the SDK may go on to show it. */
  readonly discard: (ID: string) => void;
  readonly isDiscarded: (ID: string) => boolean;
  /** Lets go of a message that is deleted. */
  readonly drop: (ID: string) => void;
  /** Lets go of those not loaded, where these are many: so many IDs are `known`, of which `isKnown` tells. */
  readonly trim: (known: number, isKnown: (ID: string) => boolean) => void;
  readonly clear: () => void;
}

/** So many of messages that are not in the state stay, the last ones: they may be on their way into it. */
const MOST_BESIDE = 500;

/** An empty table of handles. */
export function createHandles(): Handles {
  const byID = new Map<string, SdkMessage>();
  const discarded = new Set<string>();
  return {
    get: (ID) => byID.get(ID),
    set: (ID, message) => void byID.set(ID, message),
    discard: (ID) => {
      byID.delete(ID);
      discarded.add(ID);
    },
    isDiscarded: (ID) => discarded.has(ID),
    drop: (ID) => void byID.delete(ID),
    trim: (known, isKnown) => {
      // At least half of them go: so it costs little for each that comes.
      if (byID.size <= 2 * (known + MOST_BESIDE)) return;
      const unknown = [...byID.keys()].filter((ID) => !isKnown(ID));
      for (const ID of unknown.slice(0, -MOST_BESIDE)) byID.delete(ID);
    },
    clear: () => {
      byID.clear();
      discarded.clear();
    },
  };
}

/** Whether something is one of the SDK's messages, as far as a handle needs to know. */
export function isSdkMessage(value: unknown): value is SdkMessage {
  return typeof recordOf(value)['ID'] === 'string';
}
