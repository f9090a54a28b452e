import { TYPES } from '../../sdk/constants.ts';
import { PEOPLE_SDK_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Account } from './account.ts';
import { response, type SdkResponse } from './context.ts';
import type { FriendApplicationList } from './friend.ts';
import type { Session } from './session.ts';
import { isText, property, requireParams } from './validate.ts';

/** Friend requests: the calls of the SDK. Answers to them resolve with nothing at all, as the SDK's do. */
export interface FriendApplicationMethods {
  /** From memory. */
  readonly getFriendApplicationList: () => Promise<SdkResponse<FriendApplicationList>>;
  /** `type` is one of `TYPES.SNS_APPLICATION_AGREE*`; both are friends then unless told. */
  readonly acceptFriendApplication: (options: {
    readonly userID: string;
    readonly remark?: string;
    readonly type?: string;
  }) => Promise<void>;
  readonly refuseFriendApplication: (options: { readonly userID: string }) => Promise<void>;
  /** `type` is one of `TYPES.SNS_APPLICATION_SENT_*`; those received unless told. */
  readonly deleteFriendApplication: (options: {
    readonly userID: string;
    readonly type?: string;
  }) => Promise<SdkResponse<object>>;
  readonly setFriendApplicationRead: () => Promise<void>;
}

/** Wires the calls to the account that is logged in. */
export function createFriendApplicationMethods({ whenReady }: Session): FriendApplicationMethods {
  return {
    getFriendApplicationList: whenReady('getFriendApplicationList', ({ context, people }) =>
      context.answer('getFriendApplicationList', () => response(people.friends.applications())),
    ),

    acceptFriendApplication: whenReady('acceptFriendApplication', (account, options) => {
      requireParams(isText(property(options, 'userID')));
      const { SNS_APPLICATION_AGREE, SNS_APPLICATION_AGREE_AND_ADD } = TYPES;
      const isOneWay = options.type === SNS_APPLICATION_AGREE;
      const answer = isOneWay ? SNS_APPLICATION_AGREE : SNS_APPLICATION_AGREE_AND_ADD;
      return respond(account, 'acceptFriendApplication', options.userID, answer, options.remark);
    }),

    refuseFriendApplication: whenReady('refuseFriendApplication', (account, options) => {
      requireParams(isText(property(options, 'userID')));
      return respond(account, 'refuseFriendApplication', options.userID, undefined);
    }),

    deleteFriendApplication: whenReady('deleteFriendApplication', (account, options) => {
      requireParams(isText(property(options, 'userID')));
      return remove(account, options.userID, options.type);
    }),

    setFriendApplicationRead: whenReady('setFriendApplicationRead', async ({ context, people }) => {
      await context.request('setFriendApplicationRead', () =>
        context.cloud.people.friends.readApplications(context.userID),
      );
      people.friends.forgetUnread();
    }),
  };
}

async function respond(
  { context: { cloud, request, userID: me } }: Account,
  method: 'acceptFriendApplication' | 'refuseFriendApplication',
  userID: string,
  answer: string | undefined,
  remark?: string,
): Promise<void> {
  const code = await request(method, () => cloud.people.friends.respond(me, userID, answer, remark));
  if (code !== 0) throw sdkError(code);
}

async function remove(
  { context, people }: Account,
  userID: string,
  wanted: string | undefined,
): Promise<SdkResponse<object>> {
  const { SNS_APPLICATION_SENT_BY_ME, SNS_APPLICATION_SENT_TO_ME } = TYPES;
  const type = wanted === SNS_APPLICATION_SENT_BY_ME ? wanted : SNS_APPLICATION_SENT_TO_ME;
  const isKnown = people.friends
    .applications()
    .friendApplicationList.some((one) => one.userID === userID && one.type === type);
  if (!isKnown) throw sdkError(PEOPLE_SDK_REFUSAL.NO_SUCH_APPLICATION);
  const code = await context.request('deleteFriendApplication', () =>
    context.cloud.people.friends.deleteApplication(context.userID, userID, type),
  );
  if (code !== 0) throw sdkError(code);
  return response({});
}
