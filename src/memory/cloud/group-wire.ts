import type { CustomField } from './people-wire.ts';

// What travels about groups: copies.

/** How the user that a card travels to stands to the group. */
export interface SelfCard {
  readonly role: string;
  readonly joinTime: number;
  readonly nameCard: string;
  /** Never ''. */
  readonly remindType: string;
}

/** A group, for its members and for who looks for it. */
export interface GroupCard {
  readonly groupID: string;
  readonly name: string;
  readonly avatar: string;
  readonly type: string;
  readonly introduction: string;
  readonly notification: string;
  readonly ownerID: string;
  /** Seconds; so is `lastInfoTime`. */
  readonly createTime: number;
  readonly lastInfoTime: number;
  readonly nextMessageSeq: number;
  readonly memberCount: number;
  readonly maxMemberCount: number;
  readonly joinOption: string;
  readonly inviteOption: string;
  readonly groupCustomField: readonly CustomField[];
  readonly muteAllMembers: boolean;
  readonly isSupportTopic: boolean;
  /** Undefined for who is no member. */
  readonly self: SelfCard | undefined;
}

/** A member, for the others. */
export interface MemberCard {
  readonly userID: string;
  readonly nick: string;
  readonly avatar: string;
  readonly role: string;
  /** Seconds; so is `muteUntil`. */
  readonly joinTime: number;
  readonly nameCard: string;
  readonly muteUntil: number;
  readonly memberCustomField: readonly CustomField[];
  readonly isOnline: boolean;
}

/** An application to a group, for who may answer it. */
export interface ApplicationCard {
  readonly applicantID: string;
  readonly applicantNick: string;
  readonly groupID: string;
  readonly groupName: string;
  readonly note: string;
  readonly key: number;
  readonly authentication: string;
}

/** What the server tells about groups unasked, beside tips and notices, which are messages. */
export type GroupPush =
  /** All attributes, as they are now. */
  | {
      readonly kind: 'groupAttributes';
      readonly groupID: string;
      readonly attributes: Readonly<Record<string, string>>;
    }
  /** The counters that have changed. */
  | {
      readonly kind: 'groupCounters';
      readonly groupID: string;
      readonly counters: Readonly<Record<string, number>>;
    };
