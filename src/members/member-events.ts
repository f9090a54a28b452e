import type { TimErrorInfo } from '../shared/tim-store-error.ts';
import type { GroupMember } from './group-member.ts';

/** What the actions on members bring. */
export type MemberEvent =
  | { readonly type: 'membersStarted'; readonly groupID: string }
  | {
      readonly type: 'memberPageLoaded';
      readonly groupID: string;
      readonly members: readonly GroupMember[];
      /** Whether it is the first page: then the list begins anew. */
      readonly isFirst: boolean;
      /** Where it begins: the `offset` of the page before. */
      readonly begin: number | string;
      readonly offset: number | string;
      readonly isCompleted: boolean;
    }
  | { readonly type: 'membersFailed'; readonly groupID: string; readonly error: TimErrorInfo }
  /** Members, wherever they stand in the list. */
  | {
      readonly type: 'membersLoaded';
      readonly groupID: string;
      readonly members: readonly GroupMember[];
    }
  | {
      readonly type: 'memberPatched';
      readonly groupID: string;
      readonly userID: string;
      readonly patch: Partial<GroupMember>;
    }
  | { readonly type: 'membersRemoved'; readonly groupID: string; readonly userIDs: readonly string[] };
