import type { ActionContext } from '../action-context.ts';
import { answerOf, callSdk } from '../sdk/call-sdk.ts';
import type { OptionalSdkMethod } from '../sdk/tim-sdk.ts';
import { requireID, requireWhole } from '../shared/limits.ts';
import { copyPlain } from '../shared/plain.ts';

/** What concerns the SDK as a whole, logged in or not; the store must be connected: `connect()`. */
export interface SdkActions {
  /** How much the SDK prints: 0 most, 1 what matters (for production), 2 warnings, 3 errors, 4 nothing. */
  readonly setLogLevel: (level: number) => Promise<void>;
  /**
   * Gives plug-ins to the SDK: the one for uploads, without which it sends no files.
   *
   * @example
   * store.connect();
   * await store.actions.session.registerPlugin({ 'tim-upload-plugin': TIMUploadPlugin });
   */
  readonly registerPlugin: (plugins: object) => Promise<void>;
  /** Adds a part to lite-chat, which alone has `use`: friends, topics and so on. */
  readonly use: (plugin: unknown, subPlugins?: readonly unknown[]) => Promise<void>;
  /** Calls one of the vendor's experimental methods, of 3.x and lite-chat, and resolves with a copy of what it answers. */
  readonly callExperimentalAPI: (name: string, options?: unknown) => Promise<unknown>;
  /**
   * The server's time in milliseconds, at once: the SDK's where it knows it (3.x), else this device's, corrected by the
   * times of own messages. Never throws.
   */
  readonly getServerTime: () => number;
}

/** The actions on the SDK as a whole. */
export function createSdkActions(context: ActionContext): SdkActions {
  const call = async (method: OptionalSdkMethod, ...args: readonly unknown[]): Promise<unknown> =>
    callSdk(context.sdk(method), method, method, ...args);
  return {
    setLogLevel: async (level) => {
      requireWhole('setLogLevel', 'level', level, 0, 4);
      await call('setLogLevel', level);
    },
    registerPlugin: async (plugins) => {
      await call('registerPlugin', plugins);
    },
    use: async (plugin, subPlugins) => {
      await call('use', plugin, ...(subPlugins === undefined ? [] : [subPlugins]));
    },
    callExperimentalAPI: async (name, ...options) => {
      requireID('callExperimentalAPI', 'name', name);
      return copyPlain(answerOf(await call('callExperimentalAPI', name, ...options)));
    },
    getServerTime: context.serverTime,
  };
}
