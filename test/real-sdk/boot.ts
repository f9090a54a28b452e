import { createRequire } from 'node:module';
import type { ChatSDK, default as TencentCloudChat } from '@tencentcloud/chat';
import { type Cloud, createCloud } from './cloud/cloud.ts';
import type { Line } from './cloud/line.ts';
import { installEnv } from './env.ts';

/** The packages by name; of `tim-js-sdk` it is the build with friends, as its main entry has none. */
export const packages = ['tim-js-sdk', '@tencentcloud/chat', '@tencentcloud/lite-chat'] as const;
export type PackageName = (typeof packages)[number];
/** Those that have, by their main entries, contacts, and rooms without a login. Of lite-chat each file says what it does instead. */
export const fullPackages = ['tim-js-sdk', '@tencentcloud/chat'] as const satisfies readonly PackageName[];

/** What a package exports; typed, like its instances, as 3.x has it, which 2.x and lite-chat have only in part. */
export type Vendor = typeof TencentCloudChat;

/** One instance of a real SDK, on the stand-in of the cloud. */
export interface Boot {
  readonly TIM: Vendor;
  readonly sdk: ChatSDK;
  readonly cloud: Cloud;
  readonly line: Line;
  /** Loses the network: the socket drops, new ones are refused, and the window says so. */
  readonly goOffline: () => void;
  readonly goOnline: () => void;
  /** Drops the socket only; a new one opens at once. */
  readonly cut: () => void;
  /** Logs out, destroys the instance and takes it off the cloud. Calls after the first do nothing. */
  readonly dispose: () => Promise<void>;
}

export interface BootOptions {
  /** The cloud of another boot, by default a new one. */
  readonly cloud?: Cloud;
  /** Options of the package's `create`. */
  readonly [createOption: string]: unknown;
}

/** The SDKs know one instance per SDKAppID, so every boot has its own. */
let lastAppID = 1_600_000_000;

/**
 * Boots a package: on a cloud of its own, or on that of another boot, so that two instances talk to each other. May be
 * called again and again. A test file that uses it must not import `tim-js-sdk` itself: that looks at `window` while it
 * loads, and this has to come first.
 *
 * ```ts
 * const { sdk, cloud, dispose } = await bootSdk('@tencentcloud/chat');
 * await sdk.login({ userID: 'me', userSig: 'any' });
 * cloud.say('alice', 'me', 'hello');
 * ```
 */
export async function bootSdk(
  name: PackageName,
  { cloud = createCloud(), ...options }: BootOptions = {},
): Promise<Boot> {
  const env = installEnv();
  const line = cloud.openLine();
  const SDKAppID = ++lastAppID;
  env.setHost(SDKAppID, line);

  const { TIM, sdk } = await quietly(async () => {
    const TIM = await load(name);
    const sdk = TIM.create({ ...options, SDKAppID });
    sdk.setLogLevel(4); // none
    return { TIM, sdk };
  });
  const setOnline = (online: boolean) => {
    line.setOnline(online);
    env.setOnline(online);
  };
  const end = async () => {
    if (!line.online()) setOnline(true); // else the logout waits for its timeout
    await leave(sdk);
    env.setHost(SDKAppID, undefined);
  };
  let ended: Promise<void> | undefined;
  return {
    TIM,
    sdk,
    cloud,
    line,
    goOffline: () => setOnline(false),
    goOnline: () => setOnline(true),
    cut: line.cut,
    dispose() {
      ended ??= end();
      return ended;
    },
  };
}

async function load(name: PackageName): Promise<Vendor> {
  switch (name) {
    case 'tim-js-sdk':
      return vendor(await import('tim-js-sdk/tim-js-friendship.js'));
    case '@tencentcloud/chat':
      return vendor(await import('@tencentcloud/chat'));
    case '@tencentcloud/lite-chat':
      return loadAnew('@tencentcloud/lite-chat');
  }
}

/**
 * lite-chat counts its calls to refuse those that are too many, and does so once more with every instance that there has
 * been in the process: the eleventh could set no group attributes any more.
 */
function loadAnew(name: PackageName): Vendor {
  const require = createRequire(import.meta.url);
  Reflect.deleteProperty(require.cache, require.resolve(name));
  return require(name) as Vendor;
}

function vendor(module: { readonly default: object }): Vendor {
  return module.default as Vendor;
}

/** Both calls refuse when nobody is logged in (lite-chat throws then), and `destroy` still does its work. */
async function leave(sdk: ChatSDK): Promise<void> {
  for (const call of [() => sdk.logout(), () => sdk.destroy()]) {
    try {
      await call();
    } catch {
      // not logged in
    }
  }
}

/** The SDKs print while they are made, before their log level can be set. */
async function quietly<T>(make: () => Promise<T>): Promise<T> {
  const { debug, info, log, warn } = console;
  const silent = () => undefined;
  Object.assign(console, { debug: silent, info: silent, log: silent, warn: silent });
  try {
    return await make();
  } finally {
    Object.assign(console, { debug, info, log, warn });
  }
}
