import { TEXT_REFUSAL } from '../codes.ts';
import type { Flavour } from '../flavour.ts';
import { sdkError } from '../sdk-error.ts';
import type { Session } from './session.ts';

/** The SDK's back door, from 3.x on. */
export interface ExperimentalMethods {
  /**
   * 'clearLocalMessage' forgets the messages of the conversation that is the parameter, and answers nothing: the next page
   * comes from the server. Of the vendor's other names none is imitated; each rejects with 2905, as unknown ones do there.
   */
  readonly callExperimentalAPI: (api: string, param?: unknown) => Promise<unknown> | undefined;
}

/** The methods of one client. They do not wait for SDK_READY. */
export function createExperimentalMethods(
  { account }: Pick<Session, 'account'>,
  flavour: Flavour,
): Partial<ExperimentalMethods> {
  if (flavour === '2.x') return {};
  return {
    callExperimentalAPI: (api, param) => {
      if (api !== 'clearLocalMessage') return Promise.reject(sdkError(TEXT_REFUSAL.UNKNOWN_API));
      account()?.store.clear(String(param));
      account()?.history.forget(String(param));
      return undefined;
    },
  };
}
