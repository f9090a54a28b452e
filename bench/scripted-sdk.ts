import { EVENT } from '../src/sdk/constants.ts';
import type { SdkEvent, TimSdk } from '../src/sdk/tim-sdk.ts';
import type { RawConversation, RawMessage } from './driver.ts';
import { MY_USER_ID, rawProfile } from './raw-data.ts';

/** What the stand-in has to tell. */
export interface SdkScript {
  /** All rows of the conversation list. Its objects are handed out as they are. */
  readonly conversations: readonly RawConversation[];
  /** The history of a conversation on the server, oldest first. None if left out. */
  readonly history?: (conversationID: string) => readonly RawMessage[];
  /** How many messages a page of history has: the SDK's 15 if left out. */
  readonly pageSize?: number;
  /** Whether there is more before the beginning of the history. */
  readonly hasMore?: boolean;
}

/** A stand-in of the SDK, and what makes things happen in it. */
export interface ScriptedSdk {
  readonly sdk: TimSdk;
  /** Calls the handlers of an event, now. */
  readonly emit: (key: keyof typeof EVENT, data?: unknown) => void;
  /** From now on this is what it tells. */
  readonly rescript: (script: SdkScript) => void;
}

type Handler = (event: SdkEvent) => void;

/**
 * The SDK's shell, without network or state: it calls handlers, and answers every method from memory at once, so that
 * what is measured is the library's own time. Login makes it ready a task later, as the SDK does: first its list of
 * conversations, then SDK_READY. Whatever is not scripted is answered with an empty success.
 */
export function createScriptedSdk(first: SdkScript): ScriptedSdk {
  const handlers = new Map<string, { readonly handler: Handler; readonly context: unknown }[]>();
  let script = first;
  let isReady = false;
  let cursors = new Map<string, number>();

  const emit: ScriptedSdk['emit'] = (key, data) => {
    const name = EVENT[key];
    for (const { handler, context } of handlers.get(name) ?? []) handler.call(context, { name, data });
  };

  const methods: Readonly<Record<string, (...args: never[]) => unknown>> = {
    on: (name: string, handler: Handler, context?: unknown) => {
      handlers.set(name, [...(handlers.get(name) ?? []), { handler, context }]);
    },
    off: (name: string, handler: Handler) => {
      handlers.set(
        name,
        (handlers.get(name) ?? []).filter((one) => one.handler !== handler),
      );
    },
    isReady: () => isReady,
    getLoginUser: () => (isReady ? MY_USER_ID : ''),
    login: () => {
      setImmediate(() => {
        isReady = true;
        emit('CONVERSATION_LIST_UPDATED', script.conversations);
        emit('SDK_READY');
      });
      return answer({ repeatLogin: isReady });
    },
    logout: () => {
      isReady = false;
      emit('SDK_NOT_READY');
      return answer({});
    },
    getMyProfile: () => answer(rawProfile(MY_USER_ID)),
    getUserProfile: ({ userIDList }: { userIDList: string[] }) => answer(userIDList.map(rawProfile)),
    getConversationList: () => answer({ conversationList: script.conversations, isSyncCompleted: true }),
    getTotalUnreadMessageCount: () => 0,
    getGroupList: () => answer({ groupList: [] }),
    getFriendList: () => answer([]),
    getFriendGroupList: () => answer([]),
    getBlacklist: () => answer([]),
    getConversationGroupList: () => answer([]),
    getFriendApplicationList: () => answer({ friendApplicationList: [], unreadCount: 0 }),
    getMessageList: ({
      conversationID,
      nextReqMessageID = '',
    }: {
      conversationID: string;
      nextReqMessageID?: string;
    }) => {
      const history = script.history?.(conversationID) ?? [];
      const end = cursors.get(nextReqMessageID) ?? history.length;
      const start = Math.max(0, end - (script.pageSize ?? 15));
      const next = start === 0 && script.hasMore !== true ? '' : (history[start]?.ID ?? '');
      if (next !== '') cursors.set(next, start);
      return answer({
        messageList: history.slice(start, end),
        nextReqMessageID: next,
        isCompleted: next === '',
      });
    },
    // 3.x takes 'isCommercialAbilityEnabled' too, and answers a promise then.
    callExperimentalAPI: (api: string) => (api === 'canIUseModule' ? true : answer({ enabled: false })),
    findMessage: () => null,
    getServerTime: () => 0,
  };
  const sdk = new Proxy(methods, {
    get: (known, name) =>
      typeof name === 'string' && name !== 'then' ? (known[name] ?? succeed) : undefined,
  });

  return {
    sdk: sdk as unknown as TimSdk,
    emit,
    rescript: (next) => {
      script = next;
      cursors = new Map();
    },
  };
}

function answer(data: unknown): Promise<unknown> {
  return Promise.resolve({ code: 0, data });
}

function succeed(): Promise<unknown> {
  return answer({});
}
