import type { ActionContext } from '../action-context.ts';
import { answerData } from '../sdk/call-sdk.ts';
import { isSdkMessage } from '../sdk/handles.ts';
import type { SdkMessage } from '../sdk/tim-sdk.ts';
import type { AbortSignalLike } from '../shared/in-chunks.ts';
import { createTurns, inChunks } from '../shared/in-chunks.ts';
import { invalid, requireIDs } from '../shared/limits.ts';
import { isRecord } from '../shared/plain.ts';
import { unable } from '../shared/unable.ts';
import { conversationOf, IDOf, liveMessage } from './live-messages.ts';
import type {
  CustomPayload,
  FacePayload,
  LocationPayload,
  MergedMessage,
  TextPayload,
} from './message-payloads.ts';
import { selectMessage } from './message-selectors.ts';
import type { Message } from './message.ts';
import { normalizeMessage } from './normalize-message.ts';
import { readMessages } from './read-messages.ts';

/** What can be done to messages that were sent. All reject with `UNKNOWN_MESSAGE` for an ID that nobody knows. */
export interface ChangeActions {
  /**
   * Recalls a message for all, within the time that the application allows, 120 s by default: `isRevoked` when the
   * promise resolves, though the SDK fires no event for it. Follows the SDK's `revokeMessage`.
   */
  readonly revoke: (ID: string) => Promise<void>;
  /**
   * Deletes messages for me, of one conversation or several: the rows are gone when the promise resolves. One that was
   * never sent is only dropped. The SDK takes 30 of one conversation a call and one call a second; what is more waits
   * on the store's clock, and each part shows as soon as it is done. Rejects with `PARTIAL`, or `ABORTED` where the
   * signal came first; with `UNKNOWN_MESSAGE` for one that is on its way. Follows the SDK's `deleteMessage`.
   *
   * @example
   * await store.actions.messages.delete(selectedIDs, { signal: controller.signal });
   */
  readonly delete: (IDs: readonly string[], options?: DeleteOptions) => Promise<void>;
  /**
   * Changes a message for all: fields of its payload (texts, custom ones, stickers and places), its custom data, or
   * both. Resolves with the message as the server has it; where somebody was faster it rejects, `sdkCode` 2480, and
   * the message is theirs. Follows the SDK's `modifyMessage`.
   */
  readonly modify: (ID: string, change: MessageChange) => Promise<Message>;
  /**
   * Brings the messages of a merger that are on the server alone; resolves with them at once where they have come.
   * They are in the message's payload then. Follows the SDK's `downloadMergerMessage`.
   */
  readonly downloadMerger: (ID: string) => Promise<readonly MergedMessage[]>;
}

/** How messages are deleted. */
export interface DeleteOptions {
  /** Ends it before the next part. */
  readonly signal?: AbortSignalLike;
}

/** What is to change in a message. */
export interface MessageChange {
  /** Fields of the payload; the others stay. */
  readonly payload?: TextPayload | Partial<CustomPayload> | Partial<FacePayload> | Partial<LocationPayload>;
  readonly cloudCustomData?: string;
}

/** What the SDK takes at once, and how often (milliseconds). */
const MOST_DELETED = 30;
const DELETION_INTERVAL = 1000;

const CHANGEABLE: ReadonlySet<string> = new Set<Message['type']>([
  'TIMTextElem',
  'TIMCustomElem',
  'TIMFaceElem',
  'TIMLocationElem',
]);

/** The actions on messages that were sent. */
export function createChangeActions(context: ActionContext): ChangeActions {
  const { ask, call, dispatch, getState } = context;
  const turn = createTurns(context.clock, DELETION_INTERVAL);
  const copyOf = (live: SdkMessage): Message => selectMessage(getState(), live.ID) ?? normalizeMessage(live);
  const show = async (live: SdkMessage): Promise<Message> => {
    const { messages, ...sightings } = readMessages(context, [live]);
    await dispatch({ type: 'messagesChanged', messages, ...sightings });
    return copyOf(live);
  };

  return {
    revoke: async (ID) => {
      const live = liveMessage(context, 'revoke message', ID);
      await ask('revokeMessage', live);
      const revoker = getState().session.userID ?? '';
      const messages = [Object.freeze({ ...copyOf(live), isRevoked: true, revoker })];
      await dispatch({ type: 'messagesChanged', messages });
    },
    delete: async (IDs, { signal } = {}) => {
      const operation = 'delete messages';
      const scope = context.scope();
      const drop = (messages: readonly Message[]): Promise<void> =>
        dispatch({ type: 'messagesDeleted', messages });
      const sent: SdkMessage[] = [];
      const unsent: string[] = [];
      for (const ID of new Set(requireIDs(operation, 'IDs', IDs))) {
        const row = selectMessage(getState(), ID);
        if (row?.status === 'sending') throw unable('UNKNOWN_MESSAGE', operation, `"${ID}" is on its way`);
        if (row?.status === 'fail') unsent.push(ID);
        else sent.push(liveMessage(context, operation, ID));
      }
      for (const ID of unsent) context.handles.discard(ID);
      if (unsent.length > 0) await dispatch({ type: 'sendDropped', IDs: unsent });
      await inChunks<SdkMessage, void>(
        sent,
        { operation, size: MOST_DELETED, by: conversationOf, signal, turn },
        async (chunk) => {
          scope.requireOpen(); // while it waited, another account may have come
          await ask('deleteMessage', chunk);
          await drop(chunk.map(copyOf));
        },
        IDOf,
      );
    },
    modify: async (ID, change) => {
      const operation = 'modify message';
      const { payload, cloudCustomData } = change ?? {};
      const isText = typeof (cloudCustomData ?? '') === 'string';
      if (!isText || !isRecord(payload ?? {}) || (payload ?? cloudCustomData) === undefined)
        throw invalid(operation, 'give fields of the payload, or a text as cloudCustomData, or both');
      const live = liveMessage(context, operation, ID);
      const type: unknown = Reflect.get(live, 'type');
      if (payload !== undefined && !CHANGEABLE.has(String(type)))
        throw invalid(operation, `the payload of a ${String(type)} cannot be changed`);
      // The SDK reads what to send from the message, and puts what the server made of it into its own object.
      const copy = cloneLive(live);
      if (cloudCustomData !== undefined) Object.assign(copy, { cloudCustomData });
      if (payload !== undefined) setPayload(copy, payload);
      const { message } = answerData(await call(operation, 'modifyMessage', copy));
      if (isSdkMessage(message)) return show(message);
      // The SDK does not hold it, and so has no object to answer with.
      const before = normalizeMessage(copy);
      const after = Object.freeze({ ...before, version: before.version + 1, isModified: true });
      await dispatch({ type: 'messagesChanged', messages: [after] });
      return after;
    },
    downloadMerger: async (ID) => {
      const operation = 'download merger';
      const live = liveMessage(context, operation, ID);
      const before = copyOf(live);
      if (before.type !== 'TIMRelayElem') throw invalid(operation, `"${ID}" is no merger`); // lite would ruin it
      if (before.payload.downloadKey === '') return before.payload.messageList;
      await call(operation, 'downloadMergerMessage', live);
      const message = await show(live); // the SDK has filled it
      return message.type === 'TIMRelayElem' ? message.payload.messageList : [];
    },
  };
}

/** A copy that the SDK takes for one of its own: with the same prototype. */
function cloneLive<T extends object>(live: T): T {
  const prototype = Object.getPrototypeOf(live) as object | null;
  return Object.assign(Object.create(prototype) as T, live);
}

/** Changes fields of the payload: 2.x sends the message's payload, 3.x and lite its first element's content. */
function setPayload(copy: object, fields: object): void {
  const payload: unknown = { ...Reflect.get(copy, 'payload'), ...fields };
  const elements: unknown = Reflect.get(copy, '_elements');
  Object.assign(copy, { payload });
  if (!Array.isArray(elements)) return;
  const [first, ...rest] = elements as readonly unknown[];
  if (isRecord(first))
    Object.assign(copy, { _elements: [Object.assign(cloneLive(first), { content: payload }), ...rest] });
}
