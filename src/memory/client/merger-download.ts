import { TYPES } from '../../sdk/constants.ts';
import { REFUSAL } from '../codes.ts';
import { copyPayload, type Payload } from '../payload.ts';
import { sdkError } from '../sdk-error.ts';
import type { Context } from './context.ts';
import { createElement } from './element.ts';
import { Message } from './message.ts';
import { property, requireParams } from './validate.ts';

/** Getting the list of a merged message that was too large to travel with it. */
export interface MergerDownload {
  /** Resolves with the message itself, not with an answer around it: with a new payload that has the list. */
  readonly downloadMergerMessage: <Merged extends DownloadableMerger>(message: Merged) => Promise<Merged>;
}

/** What can be downloaded: a message, or one within a merged one. */
export interface DownloadableMerger {
  readonly type: string;
  readonly payload: Payload;
}

/** The downloads of one login. */
export function createMergerDownload({ cloud, flavour, request, write }: Context): MergerDownload {
  const download: MergerDownload['downloadMergerMessage'] = async (message) => {
    if (message.type !== TYPES.MSG_MERGER) throw sdkError(REFUSAL.MERGER_WRONG_TYPE);
    const key = property(message.payload, 'downloadKey');
    if (typeof key !== 'string' || key === '') throw sdkError(REFUSAL.MERGER_WITHOUT_KEY);
    const messageList = await request('downloadMergerMessage', () => cloud.downloadMerger(key)).catch(() => {
      throw sdkError(REFUSAL.MERGER_DOWNLOAD_FAILED);
    });
    const whole = { ...copyPayload(message.payload), downloadKey: '', pbDownloadKey: '', messageList };
    if (message instanceof Message) {
      write<Message>(message, {
        payload: whole,
        _elements: [createElement(flavour, TYPES.MSG_MERGER, whole)],
      });
    } else write<object>(message.payload, whole);
    return message;
  };

  return {
    downloadMergerMessage: (message) => {
      // The vendor's TypeError comes at once.
      requireParams(message !== undefined && message !== null);
      return download(message);
    },
  };
}
