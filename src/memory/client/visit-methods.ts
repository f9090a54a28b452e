import { TYPES } from '../../sdk/constants.ts';
import { groupConversationID } from '../cloud/conversation-ids.ts';
import type { GroupCard } from '../cloud/group-wire.ts';
import { GROUP_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Account } from './account.ts';
import type { Audience } from './audience.ts';
import { response, type SdkResponse } from './context.ts';
import { type Group, groupFromCard } from './group.ts';
import type { Session } from './session.ts';
import { isText, property, requireParams } from './validate.ts';

/** How an attempt to join ended. */
export interface JoinData {
  /** One of `TYPES.JOIN_STATUS_*`. */
  readonly status: string;
  /** Only after 'JoinedSuccess' of somebody who is logged in. */
  readonly group?: Group;
}

type Answer<Data> = Promise<SdkResponse<Data>>;

/** The SDK's methods about coming and going: they do not wait for SDK_READY, nor, in rooms, for a login. */
export interface VisitMethods {
  /**
   * Joins, or applies. A second audio-video room leaves the first, unless the account owns it. Who is not logged in may
   * listen to an audio-video room, and nothing else (2662).
   */
  readonly joinGroup: (options: {
    readonly groupID: string;
    readonly type?: string;
    readonly applyMessage?: string;
  }) => Answer<JoinData>;
  /** The row of the conversation stays, but for an audio-video room. */
  readonly quitGroup: (groupID: string) => Answer<{ readonly groupID: string }>;
  /** Of a joined audio-video room; asked anew at most once a minute. 0 in 2.x for any other group. */
  readonly getGroupOnlineMemberCount: (groupID: string) => Answer<{ readonly memberCount: number }>;
}

/** How long a count of who is online is not asked for again, milliseconds. */
const COUNT_LIFETIME = 60_000;

/** The methods of one client. */
export function createVisitMethods(session: Session, audience: Audience): VisitMethods {
  const isRoom = (group: Group | undefined): boolean => group?.type === TYPES.GRP_AVCHATROOM;

  const leaveOtherRoom = async ({ context, groups }: Account, groupID: string): Promise<void> => {
    const other = groups.list().find((group) => isRoom(group) && group.groupID !== groupID);
    if (other === undefined) return;
    const { cloud, connection, userID } = context;
    if (other.ownerID !== userID) {
      await connection
        .request(() => cloud.groups.quit(userID, other.groupID, connection))
        .catch(() => undefined);
    }
    groups.remove(other.groupID);
  };

  /** The list has another object than the answer, and it does not know how many are in. */
  const enterRoom = async (account: Account, card: GroupCard): Promise<SdkResponse<JoinData>> => {
    const { groups, history } = account;
    const { groupID } = card;
    await leaveOtherRoom(account, groupID);
    history.setCompleted(groupConversationID(groupID));
    const group = groupFromCard({ ...card, self: undefined }, '');
    const { memberCount: _memberCount, maxMemberCount: _max, selfInfo: _selfInfo, ...held } = group;
    groups.putBare(groupID, held);
    groups.announce();
    return response({ status: TYPES.JOIN_STATUS_SUCCESS, group });
  };

  const apply = async (account: Account, groupID: string, note: string): Promise<SdkResponse<JoinData>> => {
    const { context } = account;
    const { cloud, connection, userID } = context;
    const status = await context.request('joinGroup', () => cloud.groups.join(userID, groupID, note));
    if (status !== TYPES.JOIN_STATUS_SUCCESS) return response({ status });
    const card = await connection.request(() => cloud.groups.profile(userID, groupID));
    if (card.type === TYPES.GRP_AVCHATROOM) return enterRoom(account, card);
    const group = account.groups.put(card);
    account.groups.announce();
    return response({ status, group });
  };

  return {
    joinGroup: (options) => {
      const groupID = property(options, 'groupID');
      requireParams(isText(groupID));
      const account = session.account();
      if (account === undefined) return audience.enter(groupID).then((status) => response({ status }));
      const { context, groups } = account;
      if (context.flavour === '2.x' && options.type === TYPES.GRP_WORK) {
        return Promise.reject(sdkError(GROUP_REFUSAL.CANNOT_JOIN_WORK));
      }
      const { cloud, connection, userID } = context;
      const note = options.applyMessage ?? '';
      if (groups.get(groupID) === undefined) return apply(account, groupID, note);
      // It asks for the profile to see whether the account is still in the group.
      return connection
        .request(() => cloud.groups.profile(userID, groupID))
        .then(
          (card) => {
            groups.refreshRows([groups.put(card)]);
            return response({ status: TYPES.JOIN_STATUS_ALREADY_IN_GROUP });
          },
          () => {
            groups.forget(groupID);
            return apply(account, groupID, note);
          },
        );
    },

    quitGroup: (groupID) => {
      requireParams(isText(groupID));
      const account = session.account();
      if (account === undefined) {
        if (!audience.leave(groupID)) return Promise.reject(sdkError(GROUP_REFUSAL.NOT_IN_GROUP));
        return Promise.resolve(response({ groupID }));
      }
      const { attributes, context, groups } = account;
      if (groups.get(groupID) === undefined) return Promise.reject(sdkError(GROUP_REFUSAL.NOT_IN_GROUP));
      const { cloud, connection, userID } = context;
      return context
        .request('quitGroup', () => cloud.groups.quit(userID, groupID, connection))
        .then(() => {
          groups.remove(groupID);
          attributes.drop(groupID);
          return response({ groupID });
        });
    },

    getGroupOnlineMemberCount: (groupID) => {
      const account = session.account();
      requireParams(account?.context.flavour !== '3.x' || isText(groupID));
      if (account === undefined) {
        return audience.count(groupID).then((memberCount) => response({ memberCount }));
      }
      const group = account.groups.get(groupID);
      const isAsked = isRoom(group) || (group !== undefined && account.context.flavour === '3.x');
      if (!isAsked) return Promise.resolve(response({ memberCount: 0 }));
      const { context, onlineCounts } = account;
      const known = onlineCounts.get(groupID);
      if (known !== undefined && context.clock.now() - known.time <= COUNT_LIFETIME) {
        return Promise.resolve(response({ memberCount: known.memberCount }));
      }
      return context
        .request('getGroupOnlineMemberCount', () => context.cloud.groups.onlineCount(groupID))
        .then((memberCount) => {
          onlineCounts.set(groupID, { memberCount, time: context.clock.now() });
          return response({ memberCount });
        });
    },
  };
}
