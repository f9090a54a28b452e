import { EVENT, TYPES } from '../sdk/constants.ts';
import { EXTRA_EVENT } from './codes.ts';
import type { Flavour } from './flavour.ts';
import type { MemorySdk, MemorySdkOptions } from './memory-sdk.ts';
import { SIGNALING } from './signaling-names.ts';

/** What `create` takes: the vendor's options, of which the rest is ignored, and those of `createSdk`. */
export interface TimOptions extends Omit<MemorySdkOptions, 'SDKAppID'> {
  /** Any number, or what `parseInt` makes one of. */
  readonly SDKAppID: number | string;
  readonly [vendorOption: string]: unknown;
}

/** What the vendor's packages export. The tables have the names of all generations, second names included. */
export interface Tim {
  /**
   * Makes a client. The same SDKAppID gives the same client until that is destroyed. Who wants several clients in one page
   * needs several IDs, or `server.createSdk`. As the vendor's, it answers null for what is no number, whatever its type says.
   */
  readonly create: (options: TimOptions) => MemorySdk;
  readonly EVENT: typeof EVENT;
  readonly TYPES: typeof TYPES & typeof SECOND_NAMES;
  readonly TSignaling: typeof SIGNALING;
  /** Of the package that is imitated. */
  readonly VERSION: string;
}

const SECOND_NAMES = {
  MSG_SOUND: 'TIMSoundElem',
  MSG_GEO: 'TIMLocationElem',
  GRP_PRIVATE: 'Private',
  GRP_CHATROOM: 'ChatRoom',
  RECEIVE_WITH_OFFLINE_PUSH_EXCEPT_AT: 'AcceptNotNotifyExceptAt',
} as const;

const VERSIONS: Readonly<Record<Flavour, string>> = { '2.x': '2.27.6', '3.x': '3.6.6' };

/** The vendor's import for one server. */
export function createTim(createSdk: (options: MemorySdkOptions) => MemorySdk, flavour: Flavour): Tim {
  const clients = new Map<number, MemorySdk>();
  return {
    create: ({ SDKAppID, ...options }) => {
      const appID = typeof SDKAppID === 'number' ? SDKAppID : Number.parseInt(SDKAppID, 10);
      if (Number.isNaN(appID)) return null as never;
      const known = clients.get(appID);
      if (known !== undefined) return known;
      const sdk = createSdk({ ...options, SDKAppID: appID });
      // The vendor keeps none of the ID 0.
      if (appID !== 0) clients.set(appID, sdk);
      sdk.on(EXTRA_EVENT.SDK_DESTROY, () => clients.delete(appID));
      return sdk;
    },
    EVENT,
    TYPES: { ...TYPES, ...SECOND_NAMES },
    TSignaling: SIGNALING,
    VERSION: VERSIONS[flavour],
  };
}
