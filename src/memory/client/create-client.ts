import type { Clock } from '../../shared/clock.ts';
import { EVENT } from '../../sdk/constants.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { type Connection, createConnection } from '../cloud/connection.ts';
import type { Faults } from '../cloud/faults.ts';
import { EXTRA_EVENT } from '../codes.ts';
import type { MemorySdk, MemorySdkOptions } from '../memory-sdk.ts';
import type { Random } from '../random.ts';
import { createApplicationMethods } from './application-methods.ts';
import { createAttributeMethods } from './attribute-methods.ts';
import { createAudience } from './audience.ts';
import { createCalls } from './calls.ts';
import type { SignalingSwitch } from './context.ts';
import { createConversationGroupMethods } from './conversation-group-methods.ts';
import { createConversationMethods } from './conversation-methods.ts';
import { createEmitter } from './emitter.ts';
import { SDK_APP_ID } from './file-payloads.ts';
import { createPeopleMethods } from './people-methods.ts';
import { createGroupMethods } from './group-methods.ts';
import { createMemberChangeMethods } from './member-change-methods.ts';
import { createMemberMethods } from './member-methods.ts';
import { createMessageMethods } from './message-methods.ts';
import { createExperimentalMethods } from './experimental-methods.ts';
import { createSearchMethods } from './search-methods.ts';
import { createSession } from './session.ts';
import { createSignalingMethods } from './signaling-methods.ts';
import { createTextServiceMethods } from './text-service-methods.ts';
import { createTopicMethods } from './topic-methods.ts';
import type { UploadOptions } from './upload-surroundings.ts';
import { property } from './validate.ts';
import { createVisitMethods } from './visit-methods.ts';

/** What the server gives to each of its clients. */
export interface ClientSurroundings {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly latency: number;
  readonly cloud: Cloud;
  readonly faults: Faults;
  readonly random: Random;
  readonly uploads: UploadOptions;
}

/** A client and its wire. */
export interface Client {
  readonly sdk: MemorySdk;
  readonly connection: Connection;
  /** '' while nobody is logged in. */
  readonly userID: () => string;
}

/** Wires up one client. Nothing happens before its `login`. */
export function createClient(surroundings: ClientSurroundings, sdkOptions: MemorySdkOptions): Client {
  const { clock, latency, cloud, faults, random, uploads } = surroundings;
  const flavour = sdkOptions.flavour ?? '3.x';
  const partialUpdatedConversations = flavour === '3.x' && sdkOptions.partialUpdatedConversations === true;
  const emitter = createEmitter();
  const signaling: SignalingSwitch = { isOn: false };
  let hasUploadPlugin = false;
  const connection = createConnection({
    clock,
    latency,
    onPush: (push) => {
      if (session.account() === undefined) audience.receive(push);
      session.receive(push);
    },
    onNetState: (state) => emitter.emit({ name: EVENT.NET_STATE_CHANGE, data: { state } }),
    onRestored: () => {
      session.resume();
      audience.resume();
    },
  });
  const session = createSession({
    calls: createCalls(connection, faults, clock),
    clock,
    cloud,
    connection,
    emitter,
    flavour,
    partialUpdatedConversations,
    eventThrottling:
      flavour === '2.x' || (sdkOptions.eventThrottling !== false && !partialUpdatedConversations),
    random,
    signaling,
    uploads: { options: uploads, hasPlugin: () => hasUploadPlugin },
  });
  const { whenReady } = session;
  const audience = createAudience({ cloud, connection, emitter, flavour });
  const endAudience = (): void => {
    if (session.account() !== undefined) audience.end();
  };
  const emitDestroyed = (): void =>
    emitter.emit({ name: EXTRA_EVENT.SDK_DESTROY, data: { SDKAppID: sdkOptions.SDKAppID ?? SDK_APP_ID } });

  const sdk: MemorySdk = {
    on: emitter.on,
    once: emitter.once,
    off: emitter.off,
    login: (loginOptions) => session.login(loginOptions).finally(endAudience),
    logout: session.logout,
    destroy: () => session.logout().finally(emitDestroyed),
    setLogLevel: () => {},
    registerPlugin: (plugins) => {
      hasUploadPlugin ||= property(plugins, 'tim-upload-plugin') !== undefined;
    },
    ...(flavour === '3.x' && {
      isReady: session.isReady,
      getLoginUser: session.userID,
      getServerTime: whenReady('getServerTime', () => cloud.now()),
    }),

    ...createPeopleMethods(session, flavour),
    ...createConversationMethods(session, flavour),
    ...createConversationGroupMethods(session),
    ...createMessageMethods(session, flavour),
    ...createGroupMethods(session),
    ...createMemberMethods(session),
    ...createMemberChangeMethods(session),
    ...createApplicationMethods(session),
    ...createAttributeMethods(session),
    ...createVisitMethods(session, audience),
    ...createTopicMethods(session),
    ...createTextServiceMethods(session, flavour),
    ...createSearchMethods(session, flavour),
    ...createExperimentalMethods(session, flavour),
    ...createSignalingMethods(session, emitter, signaling, flavour),
  };

  return { sdk, connection, userID: session.userID };
}
