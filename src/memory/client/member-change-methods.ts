import { TYPES } from '../../sdk/constants.ts';
import type { FaultableMethod } from '../cloud/faultable-method.ts';
import type { MemberChange } from '../cloud/member-cloud.ts';
import type { CustomField } from '../cloud/people-wire.ts';
import { GROUP_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Account } from './account.ts';
import { response, type SdkResponse } from './context.ts';
import { type Group, mergeCustomFields } from './group.ts';
import type { GroupMember } from './members.ts';
import type { Session } from './session.ts';
import { isText, property, requireParams } from './validate.ts';

type Answer<Data> = Promise<SdkResponse<Data>>;

/** What the methods that change a member answer. `group` is undefined where the client does not hold it. */
export interface MemberData {
  readonly group: Group | undefined;
  /** Undefined where the server does not have the member, too. */
  readonly member: GroupMember | undefined;
}

/** The SDK's methods that change one member. They fire no event. */
export interface MemberChangeMethods {
  /** Seconds from now; 0 ends a mute. */
  readonly setGroupMemberMuteTime: (options: {
    readonly groupID: string;
    readonly userID: string;
    readonly muteTime: number;
  }) => Answer<MemberData>;
  readonly setGroupMemberRole: (options: {
    readonly groupID: string;
    readonly userID: string;
    readonly role: string;
  }) => Answer<MemberData>;
  readonly setGroupMemberNameCard: (options: {
    readonly groupID: string;
    /** This user, when left out. */
    readonly userID?: string;
    readonly nameCard: string;
  }) => Answer<MemberData>;
  readonly setGroupMemberCustomField: (options: {
    readonly groupID: string;
    /** This user, when left out. */
    readonly userID?: string;
    readonly memberCustomField: readonly CustomField[];
  }) => Answer<MemberData>;
}

/** The methods of one client. */
export function createMemberChangeMethods({ whenReady }: Session): MemberChangeMethods {
  const isRoom = (group: Group | undefined): boolean => group?.type === TYPES.GRP_AVCHATROOM;

  const refuse = (code: number): Promise<never> => Promise.reject(sdkError(code));

  /** Asks the server, and brings the member up to date; one that the client does not hold it asks for. */
  const change = async (
    { context, groups, members }: Account,
    method: FaultableMethod,
    which: { readonly groupID: string; readonly userID: string },
    changes: MemberChange,
  ): Promise<SdkResponse<MemberData>> => {
    const { cloud, connection, userID: me, write } = context;
    const { groupID, userID } = which;
    await context.request(method, () => cloud.groups.changeMember(me, groupID, userID, changes));
    const group = groups.get(groupID);
    const member = members.get(groupID, userID);
    if (member === undefined) {
      if (context.flavour === '3.x' && (group === undefined || isRoom(group))) {
        return response({ group, member });
      }
      const cards = await connection.request(() => cloud.groups.memberProfiles(me, groupID, [userID]));
      return response({ group, member: members.put(groupID, cards)[0] });
    }
    const { role, muteTime, nameCard, memberCustomField } = changes;
    if (role !== undefined) members.setRole(groupID, userID, role);
    if (muteTime !== undefined) members.mute(groupID, userID, muteTime);
    if (nameCard !== undefined) write(member, { nameCard });
    mergeCustomFields(member.memberCustomField, memberCustomField ?? []);
    return response({ group, member });
  };

  return {
    setGroupMemberMuteTime: whenReady('setGroupMemberMuteTime', (account, options) => {
      const muteTime = property(options, 'muteTime');
      requireParams(
        isWho(options) && (muteTime === undefined || (typeof muteTime === 'number' && muteTime >= 0)),
      );
      if (options.userID === account.context.userID) return refuse(GROUP_REFUSAL.CANNOT_MUTE_SELF);
      return change(account, 'setGroupMemberMuteTime', options, { muteTime: options.muteTime });
    }),

    setGroupMemberRole: whenReady('setGroupMemberRole', (account, options) => {
      requireParams(isWho(options) && isText(property(options, 'role')));
      const { groupID, role, userID } = options;
      const { flavour } = account.context;
      const group = account.groups.get(groupID);
      if (group === undefined && flavour === '2.x') {
        throw new TypeError("Cannot read properties of undefined (reading 'selfInfo')");
      }
      if (group !== undefined && group.selfInfo.role !== TYPES.GRP_MBR_ROLE_OWNER) {
        return refuse(GROUP_REFUSAL.NOT_OWNER);
      }
      if (flavour === '2.x' && (isRoom(group) || group?.type === TYPES.GRP_WORK)) {
        return refuse(GROUP_REFUSAL.NO_ROLES_IN_GROUP_TYPE);
      }
      if (!SETTABLE_ROLES.has(role)) return refuse(GROUP_REFUSAL.UNKNOWN_ROLE);
      if (userID === account.context.userID) return refuse(GROUP_REFUSAL.CANNOT_SET_OWN_ROLE);
      return change(account, 'setGroupMemberRole', options, { role });
    }),

    setGroupMemberNameCard: whenReady('setGroupMemberNameCard', (account, options) => {
      const groupID = property(options, 'groupID');
      requireParams(isText(groupID) && typeof property(options, 'nameCard') === 'string');
      const { context, groups } = account;
      const { userID = context.userID, nameCard } = options;
      const group = groups.get(groupID);
      if (context.flavour === '3.x' && isRoom(group)) return refuse(GROUP_REFUSAL.NOT_IN_ROOM);
      return change(account, 'setGroupMemberNameCard', { groupID, userID }, { nameCard }).then((answer) => {
        if (userID === context.userID && group !== undefined) context.write(group.selfInfo, { nameCard });
        return answer;
      });
    }),

    setGroupMemberCustomField: whenReady('setGroupMemberCustomField', (account, options) => {
      const groupID = property(options, 'groupID');
      requireParams(isText(groupID) && Array.isArray(property(options, 'memberCustomField')));
      const { context, groups } = account;
      const { userID = context.userID, memberCustomField } = options;
      if (context.flavour === '3.x' && isRoom(groups.get(groupID))) return refuse(GROUP_REFUSAL.NOT_IN_ROOM);
      return change(account, 'setGroupMemberCustomField', { groupID, userID }, { memberCustomField });
    }),
  };
}

const SETTABLE_ROLES: ReadonlySet<unknown> = new Set([TYPES.GRP_MBR_ROLE_ADMIN, TYPES.GRP_MBR_ROLE_MEMBER]);

function isWho(options: unknown): boolean {
  return isText(property(options, 'groupID')) && isText(property(options, 'userID'));
}
