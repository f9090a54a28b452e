import { TYPES } from '../../sdk/constants.ts';
import type { ProfileChange } from '../cloud/group-changes.ts';
import type { GroupRequest } from '../cloud/group-cloud.ts';
import type { CustomField } from '../cloud/people-wire.ts';
import { GROUP_REFUSAL } from '../codes.ts';

/** What `createGroup` takes. */
export interface CreateGroupOptions {
  readonly name: string;
  /** One of `TYPES.GRP_*`; without it 2600. */
  readonly type?: string;
  /** A community's begins with '@TGS#_', no other does. One is made up when it is left out. */
  readonly groupID?: string;
  /** Communities only: it is talked in by topics. */
  readonly isSupportTopic?: boolean;
  readonly avatar?: string;
  readonly introduction?: string;
  readonly notification?: string;
  readonly maxMemberNum?: number;
  /** Dropped in silence but for public groups and communities. */
  readonly joinOption?: string;
  /** Dropped in silence for an audio-video room. Who is no user is left out. */
  readonly memberList?: GroupRequest['memberList'];
  readonly groupCustomField?: readonly CustomField[];
}

/** What `updateGroupProfile` takes: what is left out stays. */
export interface UpdateGroupOptions
  extends Omit<CreateGroupOptions, 'name' | 'type' | 'groupID' | 'memberList'> {
  readonly groupID: string;
  readonly name?: string;
  readonly muteAllMembers?: boolean;
}

const GROUP_TYPES: ReadonlySet<unknown> = new Set([
  TYPES.GRP_WORK,
  TYPES.GRP_PUBLIC,
  TYPES.GRP_MEETING,
  TYPES.GRP_AVCHATROOM,
  TYPES.GRP_COMMUNITY,
]);

/** Why the SDK refuses to create such a group; undefined when it asks the server. */
export function refusalOf({ type, groupID = '' }: CreateGroupOptions): number | undefined {
  if (!GROUP_TYPES.has(type)) return GROUP_REFUSAL.UNKNOWN_TYPE;
  const isCommunity = type === TYPES.GRP_COMMUNITY;
  if (groupID !== '' && isCommunityID(groupID) !== isCommunity) return GROUP_REFUSAL.WRONG_GROUP_ID;
  return undefined;
}

/** What the server is asked for. */
export function requestOf(options: CreateGroupOptions): GroupRequest {
  const { groupID, memberList, type = TYPES.GRP_WORK } = options;
  return {
    ...changeOf(options, type),
    name: options.name,
    type,
    ...(groupID && { groupID }),
    ...(type === TYPES.GRP_COMMUNITY && { isSupportTopic: options.isSupportTopic === true }),
    ...(memberList && type !== TYPES.GRP_AVCHATROOM && { memberList }),
  };
}

/** What of a group of this type changes; of one that the client does not hold, everything. */
export function changeOf(
  options: Partial<CreateGroupOptions & UpdateGroupOptions>,
  type: string | undefined,
): ProfileChange {
  const { name, avatar, introduction, notification, joinOption, maxMemberNum: maxMemberCount } = options;
  const { muteAllMembers, groupCustomField } = options;
  const hasJoinOption = type === undefined || type === TYPES.GRP_PUBLIC || type === TYPES.GRP_COMMUNITY;
  return {
    ...(name !== undefined && { name }),
    ...(avatar !== undefined && { avatar }),
    ...(introduction !== undefined && { introduction }),
    ...(notification !== undefined && { notification }),
    ...(maxMemberCount !== undefined && { maxMemberCount }),
    ...(joinOption !== undefined && hasJoinOption && { joinOption }),
    ...(muteAllMembers !== undefined && { muteAllMembers }),
    ...(groupCustomField && { groupCustomField }),
  };
}

function isCommunityID(groupID: string): boolean {
  return groupID.startsWith('@TGS#_') && !groupID.includes('@TOPIC#_');
}
