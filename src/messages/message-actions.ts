import type { ActionContext } from '../action-context.ts';
import type { ChangeActions } from './change-actions.ts';
import { createChangeActions } from './change-actions.ts';
import type { ExtensionActions } from './extension-actions.ts';
import { createExtensionActions } from './extension-actions.ts';
import type { HoppingActions } from './hopping-actions.ts';
import { createHoppingActions } from './hopping-actions.ts';
import type { HistoryActions } from './history-actions.ts';
import { createHistoryActions } from './history-actions.ts';
import type { PinActions } from './pin-actions.ts';
import { createPinActions } from './pin-actions.ts';
import type { ReactionActions } from './reaction-actions.ts';
import { createReactionActions } from './reaction-actions.ts';
import type { ReceiptActions } from './receipt-actions.ts';
import { createReceiptActions } from './receipt-actions.ts';
import type { ResendActions } from './resend-actions.ts';
import { createResendActions } from './resend-actions.ts';
import type { SendActions } from './send-actions.ts';
import { createSendActions } from './send-actions.ts';
import type { OfflinePolicy } from './send-message.ts';
import { createTransmitter } from './send-message.ts';
import type { TextServiceActions } from './text-service-actions.ts';
import { createTextServiceActions } from './text-service-actions.ts';

/** Sending and loading messages, and all that can be done to them. */
export interface MessageActions
  extends SendActions,
    ResendActions,
    ChangeActions,
    HistoryActions,
    HoppingActions,
    ReceiptActions,
    ExtensionActions,
    ReactionActions,
    PinActions,
    TextServiceActions {}

/** The actions on messages. */
export function createMessageActions(context: ActionContext, offline: OfflinePolicy): MessageActions {
  const transmitter = createTransmitter(context, offline);
  return {
    ...createSendActions(context, transmitter),
    ...createResendActions(context, transmitter),
    ...createChangeActions(context),
    ...createHistoryActions(context),
    ...createHoppingActions(context),
    ...createReceiptActions(context),
    ...createExtensionActions(context),
    ...createReactionActions(context),
    ...createPinActions(context),
    ...createTextServiceActions(context),
  };
}
