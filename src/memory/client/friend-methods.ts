import { TYPES } from '../../sdk/constants.ts';
import type { CustomField, UserResult } from '../cloud/people-wire.ts';
import { PEOPLE_REFUSAL, PEOPLE_SDK_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Account } from './account.ts';
import { response, type SdkResponse } from './context.ts';
import type { FailedUser, Friend } from './friend.ts';
import { mergeFields } from './profiles.ts';
import type { Session } from './session.ts';
import { split } from './split.ts';
import { isFilledArray, isText, isTextUpTo, property, requireParams } from './validate.ts';

/** Friends: the calls of the SDK. */
export interface FriendMethods {
  /** From memory: the live objects. */
  readonly getFriendList: () => Promise<SdkResponse<readonly Friend[]>>;
  /** `data.code` is 0 when the two are friends now, 30539 when the other one has to agree; else it rejects. */
  readonly addFriend: (options: {
    readonly to: string;
    /** 'AddSource_Type_' and up to 8 letters. */
    readonly source: string;
    readonly wording?: string;
    /** Up to 96. */
    readonly remark?: string;
    readonly groupName?: string;
    /** One of `TYPES.SNS_ADD_TYPE_*`; both ways unless told. */
    readonly type?: string;
  }) => Promise<SdkResponse<{ readonly userID: string; readonly code: number; readonly message?: string }>>;
  /** Cuts the list to 1000. `type` is one of `TYPES.SNS_DELETE_TYPE_*`; both ways unless told. */
  readonly deleteFriend: (options: { readonly userIDList: string[]; readonly type?: string }) => Promise<
    SdkResponse<{
      readonly successUserIDList: readonly { readonly userID: string }[];
      readonly failureUserIDList: readonly FailedUser[];
    }>
  >;
  /** `type` is one of `TYPES.SNS_CHECK_TYPE_*`; both ways unless told. */
  readonly checkFriend: (options: {
    readonly userIDList: readonly string[];
    readonly type?: string;
  }) => Promise<
    SdkResponse<{
      /** `relation` is one of `TYPES.SNS_TYPE_*`. */
      readonly successUserIDList: readonly {
        readonly userID: string;
        readonly code: 0;
        readonly relation: string;
      }[];
      readonly failureUserIDList: readonly FailedUser[];
    }>
  >;
  /** From memory for three minutes after the friend was last heard of. */
  readonly getFriendProfile: (options: { readonly userIDList: readonly string[] }) => Promise<
    SdkResponse<{
      readonly friendList: readonly Friend[];
      readonly failureUserIDList: readonly FailedUser[];
    }>
  >;
  /** Keys begin with 'Tag_SNS_Custom'. */
  readonly updateFriend: (options: {
    readonly userID: string;
    readonly remark?: string;
    readonly friendCustomField?: readonly Readonly<CustomField>[];
  }) => Promise<SdkResponse<Friend>>;
}

const SOURCE = 'AddSource_Type_';
const CUSTOM = 'Tag_SNS_Custom';
const MAX_DELETED = 1000;
const MAX_CHECKED = 1000;
const MAX_KEYWORD = 8;
const MAX_REMARK = 96;
/** Milliseconds. */
const PROFILE_KEPT = 180_000;

/** A failure as the SDK lists it. */
export function failedUser({ userID, code }: UserResult): FailedUser {
  return { userID, code, message: '' };
}

type Options<Method extends keyof FriendMethods> = Parameters<FriendMethods[Method]>[0];
type Answer<Method extends keyof FriendMethods> = ReturnType<FriendMethods[Method]>;

/** Wires the calls to the account that is logged in. */
export function createFriendMethods({ whenReady }: Session): FriendMethods {
  return {
    getFriendList: whenReady('getFriendList', ({ context, people }) =>
      context.answer('getFriendList', () => response(people.friends.list())),
    ),

    addFriend: whenReady('addFriend', (account, options) => {
      const source = property(options, 'source');
      requireParams(isText(property(options, 'to')) && isText(source) && source.startsWith(SOURCE));
      requireParams(source.length <= SOURCE.length + MAX_KEYWORD);
      requireParams(isTextUpTo(property(options, 'remark'), MAX_REMARK));
      return addFriend(account, options);
    }),

    deleteFriend: whenReady('deleteFriend', (account, options) => {
      requireParams(isFilledArray(property(options, 'userIDList')));
      return deleteFriend(account, options);
    }),

    checkFriend: whenReady('checkFriend', (account, options) => {
      requireParams(isFilledArray(property(options, 'userIDList')));
      return checkFriend(account, options);
    }),

    getFriendProfile: whenReady('getFriendProfile', (account, options) => {
      requireParams(isFilledArray(property(options, 'userIDList')));
      return getFriendProfile(account, options);
    }),

    updateFriend: whenReady('updateFriend', (account, options) => {
      requireParams(isText(property(options, 'userID')));
      requireParams(isTextUpTo(property(options, 'remark'), MAX_REMARK));
      const fields = property(options, 'friendCustomField') ?? [];
      requireParams(Array.isArray(fields) && fields.every(isFriendField));
      return updateFriend(account, options);
    }),
  };
}

async function addFriend(
  { context, people }: Account,
  { to, source, wording = '', remark = '', groupName = '', type }: Options<'addFriend'>,
): Answer<'addFriend'> {
  if (context.flavour === '2.x' && people.friends.get(to) !== undefined) {
    throw sdkError(PEOPLE_SDK_REFUSAL.ALREADY_MY_FRIEND);
  }
  const isMutual = type !== TYPES.SNS_ADD_TYPE_SINGLE;
  const asked = { to, source, wording, remark, groupName, isMutual };
  const code = await context.request('addFriend', () =>
    context.cloud.people.friends.add(context.userID, asked),
  );
  if (code === 0) return response({ userID: to, code });
  if (code !== PEOPLE_REFUSAL.CONFIRMATION_NEEDED) throw sdkError(code);
  return response({ userID: to, code, message: '' });
}

async function deleteFriend(
  { context, people }: Account,
  { userIDList, type }: Options<'deleteFriend'>,
): Answer<'deleteFriend'> {
  // The caller's own array, as in the SDK.
  if (userIDList.length > MAX_DELETED) userIDList.length = MAX_DELETED;
  const [known, strangers] = split(userIDList, (userID) => people.friends.get(userID) !== undefined);
  const refused = strangers.map((userID) => ({ userID, code: PEOPLE_SDK_REFUSAL.NOT_MY_FRIEND }));
  if (known.length === 0) {
    return response({ successUserIDList: [], failureUserIDList: refused.map(failedUser) });
  }
  const isMutual = type !== TYPES.SNS_DELETE_TYPE_SINGLE;
  const results = await context.request('deleteFriend', () =>
    context.cloud.people.friends.remove(context.userID, known, isMutual),
  );
  const [done, failed] = split(results, ({ code }) => code === 0);
  return response({
    successUserIDList: done.map(({ userID }) => ({ userID })),
    failureUserIDList: [...refused, ...failed].map(failedUser),
  });
}

async function checkFriend(
  { context: { cloud, request, userID: me } }: Account,
  { userIDList, type }: Options<'checkFriend'>,
): Answer<'checkFriend'> {
  const isMutual = type !== TYPES.SNS_CHECK_TYPE_SINGLE;
  const relations = await request('checkFriend', () => {
    if (userIDList.length > MAX_CHECKED) throw sdkError(PEOPLE_REFUSAL.INVALID);
    return userIDList.map((userID) => cloud.people.friends.relation(me, userID, isMutual));
  });
  const successUserIDList = userIDList.flatMap((userID, index) => {
    const relation = relations[index];
    return relation === undefined ? [] : [{ userID, code: 0, relation } as const];
  });
  const failureUserIDList = userIDList
    .filter((_, index) => relations[index] === undefined)
    .map((userID) => failedUser({ userID, code: PEOPLE_REFUSAL.NO_SUCH_ACCOUNT }));
  return response({ successUserIDList, failureUserIDList });
}

async function getFriendProfile(
  { context, people }: Account,
  { userIDList }: Options<'getFriendProfile'>,
): Answer<'getFriendProfile'> {
  const { clock, cloud, userID: me } = context;
  const [known, strangers] = split(userIDList, (userID) => people.friends.get(userID) !== undefined);
  const friends = known.flatMap((userID) => people.friends.get(userID) ?? []);
  const [fresh, old] = split(friends, ({ timestamp }) => clock.now() - timestamp < PROFILE_KEPT);
  if (old.length > 0) {
    const wires = await context.request('getFriendProfile', () => cloud.people.friends.friends(me));
    for (const friend of old) {
      const wire = wires.find(({ userID }) => userID === friend.userID);
      if (wire !== undefined) friend.update(wire, clock.now());
    }
  }
  const failureUserIDList = strangers.map((userID) =>
    failedUser({ userID, code: PEOPLE_SDK_REFUSAL.NOT_MY_FRIEND }),
  );
  return response({ friendList: [...fresh, ...old], failureUserIDList });
}

async function updateFriend(
  { context, people }: Account,
  { userID, remark, friendCustomField = [] }: Options<'updateFriend'>,
): Answer<'updateFriend'> {
  const { cloud, connection, userID: me } = context;
  const friend = people.friends.get(userID);
  if (friend === undefined) throw sdkError(PEOPLE_SDK_REFUSAL.NOT_MY_FRIEND);
  const patch = { remark, customFields: friendCustomField };
  const code = await context.request('updateFriend', () =>
    cloud.people.friends.update(me, userID, patch, connection),
  );
  if (code !== 0) throw sdkError(code);
  if (remark !== undefined) friend.remark = remark;
  mergeFields(friend.friendCustomField, friendCustomField);
  people.friends.announce();
  return response(friend);
}

function isFriendField(field: unknown): boolean {
  const key = property(field, 'key');
  if (typeof key !== 'string' || !key.includes(CUSTOM)) return false;
  return typeof property(field, 'value') === 'string' && key.replace(`${CUSTOM}_`, '').length <= MAX_KEYWORD;
}
