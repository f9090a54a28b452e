import type { ActionContext } from '../action-context.ts';
import { createBlocklistActions } from '../blocklist/blocklist-actions.ts';
import { createConversationActions } from '../conversations/conversation-actions.ts';
import { createConversationReader } from '../conversations/read-conversations.ts';
import { createFriendActions } from '../friends/friend-actions.ts';
import { createGroupActions } from '../groups/group-actions.ts';
import { createMemberActions } from '../members/member-actions.ts';
import { createMessageActions } from '../messages/message-actions.ts';
import { RECALL_WINDOW } from '../messages/reduce-sends.ts';
import { repairOnReconnect } from '../messages/repair-history.ts';
import { retain } from '../messages/retention.ts';
import { createScreen } from '../messages/screen.ts';
import { trimHandles } from '../messages/trim-handles.ts';
import { createProfileActions } from '../profiles/profile-actions.ts';
import { answerOf, callSdk } from '../sdk/call-sdk.ts';
import { createHandles } from '../sdk/handles.ts';
import { listen } from '../sdk/listen.ts';
import type { TimSdk } from '../sdk/tim-sdk.ts';
import { createAccountScope } from '../session/account-scope.ts';
import { createConnection } from '../session/connection.ts';
import { createSessionFinder, loginUserOf } from '../session/find-session.ts';
import { loggedOut } from '../session/logged-out.ts';
import { requireReady } from '../session/require-ready.ts';
import { createServerTime } from '../session/server-time.ts';
import { createSessionActions } from '../session/session-actions.ts';
import { createSignalingActions } from '../signaling/signaling-actions.ts';
import type { Clock } from '../shared/clock.ts';
import { systemClock } from '../shared/clock.ts';
import { copyPlain } from '../shared/plain.ts';
import type { TimErrorCode } from '../shared/tim-store-error.ts';
import { TimStoreError } from '../shared/tim-store-error.ts';
import { unable } from '../shared/unable.ts';
import { createTypingActions } from '../typing/typing-actions.ts';
import type { Schedule } from './batch-on.ts';
import { microtask } from './batch-on.ts';
import { fetchOnReady } from './fetch-on-ready.ts';
import { createPipeline } from './pipeline.ts';
import { createEventReaders } from './read-events.ts';
import { guardHandler, reportGlobally } from './report-error.ts';
import { createStateHolder } from './state-holder.ts';
import { setAlarms } from './set-alarms.ts';
import type { TimActions, TimStore, TimStoreOptions } from './tim-store.ts';

/**
 * Makes a store over one SDK instance. Nothing happens yet: no listener, no call, until `connect()` or `login`.
 * Throws `INVALID_SDK` if `sdk` is not what an SDK's `create` answers.
 *
 * Two stores may share one SDK: both receive. But the SDK tells nobody of an own send, so what one store sends the other
 * sees only when its list or a page of history brings it.
 *
 * @example
 * const store = createTimStore({ sdk: TencentCloudChat.create({ SDKAppID }) });
 * await store.actions.session.login({ userID: 'alice', userSig });
 * store.select(selectConversations).subscribe((rows) => render(rows));
 */
export function createTimStore(options: TimStoreOptions): TimStore {
  const {
    clearOnKick = false,
    partialUpdatedConversations: isPartial = false,
    clock = systemClock,
    recallWindow = RECALL_WINDOW,
  } = options ?? {};
  const onError = guardHandler(options?.onError ?? reportGlobally);
  const holder = createStateHolder({ isPartial, clearOnKick, needsAccount: true, recallWindow }, onError);
  const pipeline = createPipeline({
    schedule: options?.flush === 'frame' ? frameOn(clock) : microtask,
    commit: holder.commit,
    emit: holder.emit,
    flushed: holder.flushed,
  });
  const { getState, subscribe, select, streams, getInitialState } = holder;
  const handles = createHandles();
  let scope = createAccountScope();

  scope.end(loggedOut(undefined)); // nobody's yet: a login, or an account that is found, begins one
  let isAttached = (): boolean => false;
  const serverTime = createServerTime(clock, pipeline.committed$, () => connection.sdk('tell the time'));

  const connection = createConnection(options?.sdk, (sdk) => {
    const stop = listen(sdk, readers);
    let isHeld = true;
    isAttached = () => isHeld;
    // What happened while nobody listened is not known: look afresh.
    if (!isLoggingIn()) takeOver(sdk);
    return () => {
      isHeld = false;
      stop();
    };
  });

  const context: ActionContext = {
    getState,
    clock,
    handles,
    sdk: connection.sdk,
    dispatch: pipeline.dispatch,
    committed$: pipeline.committed$,
    scope: () => scope,
    beginScope: (userID) => {
      const last = getState().session.userID;
      scope.end(loggedOut(last));
      if (last !== userID) handles.clear();
      scope = createAccountScope();
    },
    requireReady: (operation) => {
      connection.sdk(operation);
      requireReady(getState().session, operation);
      scope.requireOpen();
    },
    call: async (operation, method, ...args) => {
      context.requireReady(operation);
      return scope.guard(callSdk(connection.sdk(operation), operation, method, ...args));
    },
    ask: async (method, ...args) => answerOf(await context.call(method, method, ...args)),
    serverTime,
    readEach: (live, read) => {
      if (!Array.isArray(live)) throw unable('MALFORMED_DATA', 'read a list of the SDK', 'it is no array');
      const items: ReturnType<typeof read>[] = [];
      for (const item of live as readonly unknown[]) {
        try {
          items.push(read(item));
        } catch (error) {
          onError(asStoreError(error), [{ type: 'unreadable item', data: copyPlain(item) }]);
        }
      }
      return items;
    },
  };

  const readConversations = createConversationReader(context);
  const finder = createSessionFinder(context, readConversations);
  const { isLeaving, isLoggingIn, ...session } = createSessionActions(context, connection, finder);
  const takeOver = (sdk: TimSdk, hasLoggedIn = false): void => {
    const isStillAttached = isAttached;
    finder
      .takeOver(sdk, () => isStillAttached() && !isLeaving(), hasLoggedIn)
      .catch((error: unknown) => {
        onError(asStoreError(error), []);
      });
  };
  const readers = createEventReaders(context, readConversations, {
    push: pipeline.push,
    unreadable: (type, data, error) => onError(asStoreError(error), [{ type, data: copyPlain(data) }]),
    isEcho: (code) => finder.isAsking() && ECHOES.has(code),
    ready: () => {
      if (isLoggingIn()) return getState().session.userID;
      const sdk = connection.sdk('see who is logged in');
      takeOver(sdk, true);
      return loginUserOf(sdk);
    },
    notReady: () => {
      if (isLeaving()) return;
      scope.end(unable('NOT_READY', 'go on', 'the SDK left the ready state'));
    },
    kickedOut: () => scope.end(unable('KICKED_OUT', 'go on', 'the account was kicked out: log in again')),
    destroyed: () => {
      scope.end(loggedOut(getState().session.userID));
      handles.clear();
      connection.dispose('the SDK was destroyed');
    },
    connected: () => {
      if (finder.isUnsure() && !isLoggingIn()) takeOver(connection.sdk('see who is logged in'));
    },
  });

  trimHandles(context);
  const cancelAlarm = setAlarms(context, pipeline.push);

  const screen = createScreen(() => getState().messages.timelines);
  retain(context, screen, options?.retention ?? {});
  const messages = createMessageActions(context, options?.offline ?? 'queue');
  const repairShown = repairOnReconnect(context, screen, messages);
  const show: typeof screen.show = (conversationID, oldestOnScreen) => {
    const hide = screen.show(conversationID, oldestOnScreen);
    repairShown(conversationID);
    return hide;
  };
  const actions: TimActions = {
    session,
    conversations: createConversationActions(context, readConversations),
    messages: { ...messages, show, ...createTypingActions(context, messages.sendCustom) },
    groups: createGroupActions(context),
    members: createMemberActions(context),
    friends: createFriendActions(context),
    blocklist: createBlocklistActions(context),
    profiles: createProfileActions(context),
    signaling: createSignalingActions(context),
  };
  fetchOnReady(context, actions);

  return {
    getState,
    getInitialState,
    subscribe,
    select,
    streams,
    actions,
    connect: connection.connect,
    dispose: () => {
      connection.dispose();
      cancelAlarm();
      scope.end(unable('DISPOSED', 'go on', 'the store was disposed'));
      handles.clear();
      pipeline.complete();
      holder.complete();
    },
  };
}

/** The codes with which the SDK says that nobody is ready; it says them by an ERROR event, too. */
const ECHOES: ReadonlySet<TimErrorCode> = new Set(['NOT_LOGGED_IN', 'NOT_READY', 'KICKED_OUT']);

function frameOn(clock: Clock): Schedule {
  return (flush) => clock.setTimeout(flush, 16);
}

function asStoreError(error: unknown): TimStoreError {
  if (error instanceof TimStoreError) return error;
  return unable('MALFORMED_DATA', 'read what the SDK sent', `${String(error)}`, {
    cause: error,
  });
}
