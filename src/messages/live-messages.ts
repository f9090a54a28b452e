import type { ActionContext } from '../action-context.ts';
import { invokeSdk } from '../sdk/call-sdk.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import type { SdkMessage } from '../sdk/tim-sdk.ts';
import { textOf } from '../shared/fields.ts';
import { requireID } from '../shared/limits.ts';
import { unable } from '../shared/unable.ts';

/**
 * The SDK's own object of a message: the one that was kept, or else what the SDK finds. Throws what hinders a call,
 * or `UNKNOWN_MESSAGE`.
 */
export function liveMessage(context: ActionContext, operation: string, ID: string): SdkMessage {
  requireID(operation, 'ID', ID);
  context.requireReady(operation);
  const held = context.handles.get(ID);
  if (held !== undefined) return held;
  const sdk = context.sdk(operation);
  const found = sdk.findMessage === undefined ? null : invokeSdk(sdk, operation, 'findMessage', ID);
  if (isSdkMessage(found)) return found;
  throw unable('UNKNOWN_MESSAGE', operation, `nobody has a message "${ID}"`);
}

/** The conversation that a message of the SDK's is in: many calls take messages of one only. */
export function conversationOf(live: SdkMessage): string {
  return textOf(Reflect.get(live, 'conversationID'));
}

/** The message's ID, for the errors of calls in parts. */
export function IDOf({ ID }: SdkMessage): string {
  return ID;
}
