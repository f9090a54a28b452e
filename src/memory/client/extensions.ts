import { EVENT } from '../../sdk/constants.ts';
import type { Extension } from '../cloud/message-notes.ts';
import { type Context, response, type SdkResponse } from './context.ts';
import type { Message } from './message.ts';
import { property, requireParams } from './validate.ts';

/** Keys and values that users give to messages made with `isSupportExtension`. An own change fires no event. */
export interface Extensions {
  /** At most 20; the rest is left out. */
  readonly setMessageExtensions: (
    message: Message,
    extensions: readonly Extension[],
  ) => Promise<SdkResponse<{ readonly extensions: readonly ChangedExtension[] }>>;
  /** All of them, whichever keys are asked for. */
  readonly getMessageExtensions: (
    message: Message,
    keyList?: readonly string[],
  ) => Promise<SdkResponse<{ readonly extensions: readonly Extension[] }>>;
  /** All of them, unless keys are given. */
  readonly deleteMessageExtensions: (
    message: Message,
    keyList?: readonly string[],
  ) => Promise<SdkResponse<{ readonly extensions: readonly ChangedExtension[] }>>;
  /** Somebody has changed some. */
  readonly receive: (messageID: string, updated: readonly Extension[], deleted: readonly string[]) => void;
}

/** One that was set or deleted; `code` is 0 when it worked. */
export interface ChangedExtension extends Extension {
  readonly code: number;
}

const MAX_EXTENSIONS = 20;

/** The extensions of one login. */
export function createExtensions({ cloud, emit, request, userID }: Context): Extensions {
  const changed = (
    extensions: readonly Extension[],
  ): SdkResponse<{ readonly extensions: readonly ChangedExtension[] }> =>
    response({ extensions: extensions.map(({ key, value }) => ({ code: 0, key, value })) });

  return {
    setMessageExtensions: (message, extensions) => {
      requireExtensible(message);
      requireParams(Array.isArray(extensions));
      const changes = extensions.slice(0, MAX_EXTENSIONS);
      return request('setMessageExtensions', () => cloud.changeExtensions(message.ID, changes, userID)).then(
        changed,
      );
    },

    getMessageExtensions: (message) => {
      requireExtensible(message);
      return request('getMessageExtensions', () => cloud.extensions(message.ID)).then((extensions) =>
        response({ extensions }),
      );
    },

    deleteMessageExtensions: (message, keyList = []) => {
      requireExtensible(message);
      const changes = keyList.length === 0 ? undefined : keyList.map((key) => ({ key, value: '' }));
      return request('deleteMessageExtensions', () =>
        cloud.changeExtensions(message.ID, changes, userID),
      ).then((extensions) => changed(changes === undefined ? [] : extensions));
    },

    receive: (messageID, updated, deleted) => {
      if (updated.length > 0) emit(EVENT.MESSAGE_EXTENSIONS_UPDATED, { messageID, extensions: updated });
      if (deleted.length > 0) emit(EVENT.MESSAGE_EXTENSIONS_DELETED, { messageID, keyList: deleted });
    },
  };
}

function requireExtensible(message: unknown): void {
  requireParams(
    property(message, 'status') === 'success' && property(message, 'isSupportExtension') === true,
  );
}
