import { TYPES } from '../../sdk/constants.ts';
import { TEXT_REFUSAL } from '../codes.ts';
import type { Flavour } from '../flavour.ts';
import { isSdkError, sdkError } from '../sdk-error.ts';
import { response, type SdkResponse } from './context.ts';
import type { Message } from './message.ts';
import type { Session } from './session.ts';
import { isFilledArray, isText, property, requireParams, textOf } from './validate.ts';

/** What the service does with texts: it does nothing here unless the server was made with a function that does. */
export interface TextServiceMethods {
  /** 2117 where the server has no `translate`. */
  readonly translateText: (options: {
    readonly sourceTextList: readonly string[];
    readonly sourceLanguage: string;
    readonly targetLanguage: string;
  }) => Promise<SdkResponse<{ readonly translatedTextList: readonly string[] }>>;
  /** 3.x only. 2119 for what is no sound file by its name; 2118 where the server has no `transcribe`. */
  readonly convertVoiceToText?: (options: {
    readonly message: Message;
    readonly language?: string;
  }) => Promise<SdkResponse<{ readonly result: string }>>;
}

type VoiceOptions = Parameters<NonNullable<TextServiceMethods['convertVoiceToText']>>[0];

const SOUND = /\.(wav|pcm|ogg-opus|speex|silk|mp3|m4a|aac|amr)/;

/** The methods of one client. */
export function createTextServiceMethods(
  { whenReady }: Pick<Session, 'whenReady'>,
  flavour: Flavour,
): TextServiceMethods {
  return {
    translateText: whenReady('translateText', ({ context }, options) => {
      const { sourceTextList, sourceLanguage, targetLanguage } = options;
      requireParams(isFilledArray(sourceTextList) && isText(sourceLanguage) && isText(targetLanguage));
      const { translate } = context.cloud.texts;
      const asked = context.request('translateText', () => {
        if (translate === undefined) throw sdkError(TEXT_REFUSAL.NOT_TRANSLATED);
        return translate(sourceTextList, { sourceLanguage, targetLanguage });
      });
      return asked.then((translatedTextList) => response({ translatedTextList }));
    }),

    ...(flavour === '3.x' && {
      convertVoiceToText: whenReady('convertVoiceToText', ({ context }, options: VoiceOptions) => {
        const message = property(options, 'message');
        const isAudio = property(message, 'type') === TYPES.MSG_AUDIO;
        requireParams(isAudio && property(message, 'status') === 'success');
        const { flow, payload } = options.message;
        const url = textOf(payload[flow === 'out' ? 'remoteAudioUrl' : 'url']);
        if (!SOUND.test(url)) return Promise.reject(sdkError(TEXT_REFUSAL.NO_SOUND_FILE));
        const { transcribe } = context.cloud.texts;
        return context
          .request('convertVoiceToText', () => {
            if (transcribe === undefined) throw sdkError(TEXT_REFUSAL.NOT_TRANSCRIBED);
            return response({ result: transcribe(url, options.language) });
          })
          .catch((error: unknown) => {
            // Whatever the service says; the SDK's own timeout, too.
            throw isSdkError(error) ? sdkError(TEXT_REFUSAL.NOT_TRANSCRIBED) : error;
          });
      }),
    }),
  };
}
