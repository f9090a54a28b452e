import type { Clock } from '../../shared/clock.ts';
import { EVENT, SDK_CODE, TYPES } from '../../sdk/constants.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Connection } from '../cloud/connection.ts';
import type { FullProfile } from '../cloud/people-wire.ts';
import type { Push } from '../cloud/wire.ts';
import { SIGNATURE_EXPIRED } from '../codes.ts';
import { createWrite, type Flavour } from '../flavour.ts';
import type { Random } from '../random.ts';
import { isSdkError, sdkError } from '../sdk-error.ts';
import { type Account, createAccount } from './account.ts';
import type { Calls } from './calls.ts';
import { response, type SdkResponse, type SignalingSwitch } from './context.ts';
import type { Emitter } from './emitter.ts';
import { userProfile } from './profile.ts';
import type { UploadSurroundings } from './upload-surroundings.ts';
import { isText, property, requireParams } from './validate.ts';

/** Who logs in. */
export interface LoginOptions {
  readonly userID: string;
  /** Any text. */
  readonly userSig: string;
}

/** What `login` resolves with. */
export interface LoginData {
  readonly actionStatus: 'OK';
  readonly errorCode: 0;
  readonly errorInfo: '';
  /** There, and true, when somebody was logged in already, whoever. */
  readonly repeatLogin?: true;
  readonly a2Key?: string;
  readonly tinyID?: string;
  readonly helloInterval?: number;
  readonly instanceID?: number;
  /** Server time, seconds. */
  readonly timeStamp?: number;
}

/** The login of one client, and the keeper of the calls that need one. */
export interface Session {
  /** Resolves before SDK_READY. */
  readonly login: (options: LoginOptions) => Promise<SdkResponse<LoginData>>;
  readonly logout: () => Promise<SdkResponse<object>>;
  readonly isReady: () => boolean;
  /** '' while nobody is logged in. */
  readonly userID: () => string;
  /**
   * Makes an SDK method that works only while the SDK is ready. Otherwise ERROR fires and the answer is a rejected
   * promise: also where the method answers no promise by itself.
   */
  readonly whenReady: <Arguments extends readonly unknown[], Answer>(
    method: string,
    run: (account: Account, ...args: Arguments) => Answer,
  ) => (...args: Arguments) => Answer;
  /** The login that lasts, ready or not. */
  readonly account: () => Account | undefined;
  readonly receive: (push: Push) => void;
  /** Comes into step with the server again. */
  readonly resume: () => void;
}

interface SessionOptions {
  readonly calls: Calls;
  readonly clock: Clock;
  readonly cloud: Cloud;
  readonly connection: Connection;
  readonly emitter: Emitter;
  readonly flavour: Flavour;
  readonly partialUpdatedConversations: boolean;
  readonly eventThrottling: boolean;
  readonly random: Random;
  readonly uploads: UploadSurroundings;
  readonly signaling: SignalingSwitch;
}

/** A login waits longer than other calls. */
const LOGIN_TIMEOUT = 90_000;

const OK = { actionStatus: 'OK', errorCode: 0, errorInfo: '' } as const;

/** The session of one client, from login to login. */
export function createSession(options: SessionOptions): Session {
  const { calls, cloud, connection, emitter, flavour } = options;
  let account: Account | undefined;
  let isReady = false;
  let isLoggingIn = false;
  /** Why a call is refused while the SDK is not ready. */
  let refusal: number = SDK_CODE.NOT_LOGGED_IN;

  const userID = (): string => account?.context.userID ?? '';
  const emit = (name: string, data?: unknown, more?: object): void => emitter.emit({ name, ...more, data });

  const begin = (tinyID: string, profile: FullProfile): Account => {
    const { userID: me } = profile;
    const isCurrent = (): boolean => account === begun;
    const begun = createAccount(
      {
        ...options,
        userID: me,
        tinyID,
        profile: userProfile(profile, options.clock.now()),
        write: createWrite(flavour),
        emit: (...event) => {
          if (isCurrent()) emit(...event);
        },
        faultOf: (method) => calls.faultOf({ method, userID: me }),
        request: (method, atServer, isOnlineOnly = false) => {
          const authorized = (): ReturnType<typeof atServer> => {
            cloud.authorize(connection);
            return atServer();
          };
          return calls.request({ method, userID: me, isOnlineOnly }, authorized).catch((error: unknown) => {
            const isExpired = isSdkError(error) && SIGNATURE_EXPIRED.has(error.code);
            if (isExpired && isCurrent()) kickOut(TYPES.KICKED_OUT_USERSIG_EXPIRED);
            throw error;
          });
        },
        answer: (method, fromMemory) => calls.answer({ method, userID: me }, fromMemory),
      },
      () => {
        isReady = true;
        emit(EVENT.SDK_READY);
      },
    );
    return begun;
  };

  /** Everything under way for the account is lost; its list events that were put off never come. */
  const end = (reason: number): void => {
    account?.conversations.end();
    account?.people.end();
    account?.groups.end();
    account?.signaling.end();
    account = undefined;
    isReady = false;
    refusal = reason;
    connection.reset();
  };

  const kickOut = (type: string): void => {
    const code = KICKED_OUT_CODES[type] ?? SDK_CODE.KICKED_OUT_MULT_ACCOUNT;
    // In its handlers the SDK still is logged in, and ready.
    emit(EVENT.KICKED_OUT, { type });
    end(code);
    emit(EVENT.SDK_NOT_READY);
    if (type === TYPES.KICKED_OUT_REST_API) connection.abandon();
  };

  const resume = (): void => {
    // Without an answer the next restoration of the network tries again.
    account?.synchronize().catch(() => undefined);
  };

  const signIn = async (me: string): Promise<SdkResponse<LoginData>> => {
    isLoggingIn = true;
    refusal = SDK_CODE.NOT_READY;
    const call = { method: 'login', userID: me, timeout: LOGIN_TIMEOUT } as const;
    try {
      const { tinyID, profile } = await calls.request(call, () => cloud.signIn(me, connection));
      account = begin(tinyID, profile);
      resume();
      const timeStamp = Math.floor(cloud.now() / 1000);
      return response({ ...OK, a2Key: 'memory', tinyID, helloInterval: 120, instanceID: 1, timeStamp });
    } catch (error) {
      refusal = SDK_CODE.LOGIN_FAILED;
      throw error;
    } finally {
      isLoggingIn = false;
    }
  };

  return {
    isReady: () => isReady,
    account: () => account,
    userID,
    resume,

    login: (loginOptions) => {
      const me = property(loginOptions, 'userID');
      requireParams(isText(me) && isText(property(loginOptions, 'userSig')));
      if (isLoggingIn) return Promise.reject(sdkError(SDK_CODE.LOGIN_IN_PROGRESS));
      if (account !== undefined) return Promise.resolve(response({ ...OK, repeatLogin: true }));
      return signIn(loginOptions.userID);
    },

    logout: async () => {
      const leaving = userID();
      if (leaving === '') throw sdkError(SDK_CODE.NOT_LOGGED_IN);
      await calls.request({ method: 'logout', userID: leaving }, () => cloud.signOut(connection));
      end(SDK_CODE.LOGGED_OUT);
      emit(EVENT.SDK_NOT_READY);
      return response({});
    },

    whenReady:
      (method, run) =>
      (...args) => {
        if (account !== undefined && isReady) return run(account, ...args);
        const message = ` | ${method} | `;
        emit(EVENT.ERROR, { code: refusal, message });
        // The vendor's hazard: the declared answer may be no promise at all.
        return Promise.reject(sdkError(refusal, message)) as never;
      },

    receive: (push) => {
      if (push.kind !== 'kickedOut') {
        account?.receive(push);
        return;
      }
      if (account !== undefined) kickOut(push.type);
    },
  };
}

/** What calls are refused with after a kick-out, by its reason. */
const KICKED_OUT_CODES: Readonly<Record<string, number>> = {
  [TYPES.KICKED_OUT_MULT_ACCOUNT]: SDK_CODE.KICKED_OUT_MULT_ACCOUNT,
  [TYPES.KICKED_OUT_MULT_DEVICE]: SDK_CODE.KICKED_OUT_MULT_DEVICE,
  [TYPES.KICKED_OUT_USERSIG_EXPIRED]: SDK_CODE.KICKED_OUT_USERSIG_EXPIRED,
  [TYPES.KICKED_OUT_REST_API]: SDK_CODE.KICKED_OUT_REST_API,
};
