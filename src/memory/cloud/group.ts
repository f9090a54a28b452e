import type { StoredMessage } from './stored-message.ts';

/** One member of one group. */
export interface Member {
  readonly userID: string;
  /** One of `TYPES.GRP_MBR_ROLE_*`. */
  role: string;
  /** Seconds. */
  readonly joinTime: number;
  nameCard: string;
  /** Seconds; 0 when never muted. */
  muteUntil: number;
  readonly customFields: Map<string, string>;
  /** What the application has marked the member with: 1000 and up. */
  readonly marks: Set<number>;
  /** The last sequence that the group had when the member came. */
  readonly joinSequence: number;
}

/** Somebody asks to be let in. */
export interface Application {
  readonly applicantID: string;
  readonly note: string;
  /** By it the application is found again: microseconds of its time. */
  readonly key: number;
  readonly authentication: string;
}

/** What members may read and, by their group's rules, change about a group. */
export interface GroupProfileFields {
  name: string;
  avatar: string;
  introduction: string;
  notification: string;
  /** One of `TYPES.JOIN_OPTIONS_*`. */
  joinOption: string;
  maxMemberCount: number;
  muteAllMembers: boolean;
}

/** A group, with everybody in it and everything said in it. */
export interface Group extends GroupProfileFields {
  readonly groupID: string;
  /** One of `TYPES.GRP_*`. */
  readonly type: string;
  /** '' in a work group that its owner has left. */
  ownerID: string;
  /** Seconds. */
  readonly createTime: number;
  /** When the profile was last changed, seconds. */
  lastInfoTime: number;
  readonly customFields: Map<string, string>;
  /** A community that is talked in by topics only. */
  readonly isSupportTopic: boolean;
  /** Of a topic: the community that it is in, whose members are its own. */
  readonly communityID?: string;
  /** Of a topic: what the application keeps with it. */
  customData: string;
  /** By user ID, in the order in which they came. */
  readonly members: Map<string, Member>;
  readonly memberIDs: ReadonlySet<string>;
  readonly messages: StoredMessage[];
  /** Of messages that are kept nowhere, too: they leave holes. */
  lastSequence: number;
  /** Those nobody has answered yet, by key. */
  readonly applications: Map<number, Application>;
  readonly attributes: Map<string, string>;
  readonly counters: Map<string, number>;
}

/** An empty group, without members. */
export function createGroup(
  which: Pick<Group, 'groupID' | 'type' | 'ownerID' | 'createTime'> &
    GroupProfileFields &
    Partial<Pick<Group, 'isSupportTopic' | 'communityID' | 'customData'>>,
  members: Map<string, Member> = new Map(),
): Group {
  return {
    isSupportTopic: false,
    customData: '',
    ...which,
    lastInfoTime: which.createTime,
    customFields: new Map(),
    members,
    get memberIDs() {
      return new Set(members.keys());
    },
    messages: [],
    lastSequence: 0,
    applications: new Map(),
    attributes: new Map(),
    counters: new Map(),
  };
}

/** One who comes into the group now. */
export function createMember(group: Group, userID: string, joinTime: number): Member {
  return {
    userID,
    role: userID === group.ownerID ? 'Owner' : 'Member',
    joinTime,
    nameCard: '',
    muteUntil: 0,
    customFields: new Map(),
    marks: new Set(),
    joinSequence: group.lastSequence,
  };
}
