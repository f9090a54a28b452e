import type { SdkMessage } from './tim-sdk.ts';

/**
 * The SDK's own message objects by message ID, outside the state: sending accepts only the original, unfrozen object,
 * and recalling a copy flags the copy alone.
 */
export interface Handles {
  readonly get: (ID: string) => SdkMessage | undefined;
  readonly set: (ID: string, message: SdkMessage) => void;
  /** Forgets a message that was not sent, for good: the SDK may go on to show it. */
  readonly discard: (ID: string) => void;
  readonly isDiscarded: (ID: string) => boolean;
  readonly clear: () => void;
}

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
    clear: () => {
      byID.clear();
      discarded.clear();
    },
  };
}

/** Whether something is one of the SDK's messages, as far as a handle needs to know. */
export function isSdkMessage(value: unknown): value is SdkMessage {
  return typeof value === 'object' && value !== null && 'ID' in value && typeof value.ID === 'string';
}
