import {
  type IMessageModel,
  StoreName,
  TUIChatEngine,
  TUIChatService,
  TUIConversationService,
  TUIStore,
} from '@tencentcloud/chat-uikit-engine';
import type { CreateDriver, RawMessage } from '../driver.ts';
import { MY_USER_ID } from '../raw-data.ts';
import { createScriptedSdk } from '../scripted-sdk.ts';

/** The engine is one for the whole process, and so is its SDK. */
const { sdk, emit, rescript } = createScriptedSdk({ conversations: [] });
silence();

/**
 * Tencent's own state layer, over the scripted SDK. It has timelines of the open conversation alone, so there is no
 * burst over many. Loading by pages is quadratic in it: all but the first page come by one event instead.
 */
export const createDriver: CreateDriver = async ({ loaded, older = [], conversations, open, look }) => {
  rescript({ conversations, history: () => loaded, pageSize: Math.min(15, loaded.length), hasMore: true });
  if (!TUIChatEngine.isReady()) {
    await TUIChatEngine.login({ SDKAppID: 1, userID: MY_USER_ID, userSig: 'signature', chat: sdk });
  } else {
    emit('CONVERSATION_LIST_UPDATED', conversations);
  }
  await TUIConversationService.switchConversation(open);
  await new Promise(setImmediate); // it loads the first page by itself
  const listOf = () => TUIStore.getData(StoreName.CHAT, 'messageList') as readonly IMessageModel[];
  const rest = loaded.slice(0, loaded.length - listOf().length);
  if (rest.length > 0) emit('MESSAGE_RECEIVED', rest);
  if (listOf().length !== loaded.length) throw new Error(`${listOf().length} of ${loaded.length} are loaded`);
  rescript({ conversations, history: () => older });

  const messages = {
    messageList: (list: readonly IMessageModel[]) => look(list.length, (index) => list[index]),
  };
  const rows = { conversationList: (list: readonly unknown[]) => look(list.length, (index) => list[index]) };
  TUIStore.watch(StoreName.CHAT, messages);
  TUIStore.watch(StoreName.CONV, rows);

  const receive = (message: RawMessage): void => emit('MESSAGE_RECEIVED', [message]);
  return {
    append: receive,
    insert: receive,
    update: (message) => emit('MESSAGE_REVOKED', [message]),
    prepend: async (page) => {
      rescript({ conversations, history: () => page, pageSize: page.length, hasMore: true });
      await TUIChatService.getMessageList();
    },
    loadOlder: async () => {
      await TUIChatService.getMessageList();
    },
    list: (changed) => emit('CONVERSATION_LIST_UPDATED', changed),
    dispose: () => {
      TUIStore.unwatch(StoreName.CHAT, messages);
      TUIStore.unwatch(StoreName.CONV, rows);
      void TUIConversationService.switchConversation('');
    },
  };
};

/** It writes to the console with each page, which costs more than the page, and misses a browser's storage. */
function silence(): void {
  for (const method of ['log', 'warn'] as const) {
    const write = console[method];
    console[method] = (...line: unknown[]) => {
      if (!/^(TUI|Storage)/.test(String(line[0]))) write(...line);
    };
  }
}
