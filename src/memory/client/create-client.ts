import type { Clock } from '../../shared/clock.ts';
import { EVENT } from '../../sdk/constants.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { type Connection, createConnection } from '../cloud/connection.ts';
import type { Faults } from '../cloud/faults.ts';
import { EXTRA_EVENT } from '../codes.ts';
import type { MemorySdk, MemorySdkOptions } from '../memory-sdk.ts';
import type { Random } from '../random.ts';
import { createCalls } from './calls.ts';
import { response } from './context.ts';
import { createEmitter } from './emitter.ts';
import { userProfile } from './profile.ts';
import { createSession } from './session.ts';
import { isConversationID, property, requireParams } from './validate.ts';

/** What the server gives to each of its clients. */
export interface ClientSurroundings {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly latency: number;
  readonly cloud: Cloud;
  readonly faults: Faults;
  readonly random: Random;
}

/** A client and its wire. */
export interface Client {
  readonly sdk: MemorySdk;
  readonly connection: Connection;
  /** '' while nobody is logged in. */
  readonly userID: () => string;
}

/** Stands for the application; the embedded SDK asks for none. */
const SDK_APP_ID = 1_400_000_000;

/** Wires up one client. Nothing happens before its `login`. */
export function createClient(surroundings: ClientSurroundings, sdkOptions: MemorySdkOptions): Client {
  const { clock, latency, cloud, faults, random } = surroundings;
  const flavour = sdkOptions.flavour ?? '3.x';
  const emitter = createEmitter();
  const connection = createConnection({
    clock,
    latency,
    onPush: (push) => session.receive(push),
    onNetState: (state) => emitter.emit({ name: EVENT.NET_STATE_CHANGE, data: { state } }),
    onRestored: () => session.resume(),
  });
  const session = createSession({
    calls: createCalls(connection, faults),
    clock,
    cloud,
    connection,
    emitter,
    flavour,
    partialUpdatedConversations: flavour === '3.x' && sdkOptions.partialUpdatedConversations === true,
    random,
  });
  const { whenReady } = session;
  const emitDestroyed = (): void =>
    emitter.emit({ name: EXTRA_EVENT.SDK_DESTROY, data: { SDKAppID: SDK_APP_ID } });

  const sdk: MemorySdk = {
    on: emitter.on,
    off: emitter.off,
    login: session.login,
    logout: session.logout,
    destroy: () => session.logout().finally(emitDestroyed),
    setLogLevel: () => {},
    registerPlugin: () => {},
    ...(flavour === '3.x' && {
      isReady: session.isReady,
      getLoginUser: session.userID,
      getServerTime: whenReady('getServerTime', () => cloud.now()),
    }),

    getMyProfile: whenReady('getMyProfile', ({ context }) =>
      context.answer('getMyProfile', () => response(userProfile(context.profile))),
    ),
    getUserProfile: whenReady('getUserProfile', ({ context }, which) => {
      requireParams(Array.isArray(property(which, 'userIDList')));
      return context
        .request('getUserProfile', () => cloud.profiles(which.userIDList))
        .then((profiles) => response(profiles.map(userProfile)));
    }),
    getConversationList: whenReady('getConversationList', ({ context, conversations }) =>
      context.answer('getConversationList', () =>
        response({ conversationList: conversations.list(), isSyncCompleted: true }),
      ),
    ),
    getConversationProfile: whenReady('getConversationProfile', ({ conversationCalls }, conversationID) => {
      requireParams(isConversationID(conversationID));
      return conversationCalls.get(conversationID).then((conversation) => response({ conversation }));
    }),
    getTotalUnreadMessageCount: whenReady('getTotalUnreadMessageCount', ({ conversations }) =>
      conversations.totalUnread(),
    ),
    pinConversation: whenReady('pinConversation', ({ conversationCalls }, options) => {
      const conversationID = property(options, 'conversationID');
      const isPinned = property(options, 'isPinned');
      requireParams(isConversationID(conversationID) && typeof isPinned === 'boolean');
      return conversationCalls.pin(conversationID, isPinned).then(() => response({ conversationID }));
    }),
    setMessageRead: whenReady('setMessageRead', ({ conversationCalls }, options) => {
      const conversationID = property(options, 'conversationID');
      requireParams(isConversationID(conversationID));
      return conversationCalls.markRead(conversationID).then(() => response({}));
    }),

    getMessageList: whenReady('getMessageList', ({ history }, page) => history.getMessageList(page)),
    findMessage: whenReady('findMessage', ({ store }, ID) => store.find(ID) ?? null),
    createTextMessage: whenReady('createTextMessage', ({ sending }, text) => sending.createTextMessage(text)),
    sendMessage: whenReady('sendMessage', ({ sending }, message) => sending.sendMessage(message)),
    resendMessage: whenReady('resendMessage', ({ sending }, message) => sending.resendMessage(message)),
    revokeMessage: whenReady('revokeMessage', ({ sending }, message) => sending.revokeMessage(message)),
  };

  return { sdk, connection, userID: session.userID };
}
