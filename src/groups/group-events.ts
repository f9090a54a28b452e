import type { Group, GroupApplication, GroupPatch, Topic } from './group.ts';

/** What the actions on groups bring. */
export type GroupEvent =
  /** The SDK's list, as an action brought it. */
  | { readonly type: 'groupListLoaded'; readonly groups: readonly Group[] }
  /** Groups that I am in, whatever the rest of the list. */
  | { readonly type: 'groupsLoaded'; readonly groups: readonly Group[] }
  /** What an action changed in a group that is there; custom fields by key. */
  | { readonly type: 'groupPatched'; readonly groupID: string; readonly patch: GroupPatch }
  /** I am not in it any more. */
  | { readonly type: 'groupLeft'; readonly groupID: string }
  | {
      readonly type: 'attributesLoaded';
      readonly groupID: string;
      /** Sets these, and leaves the others; `isWhole`: these are all. */
      readonly groupAttributes: Readonly<Record<string, string>>;
      readonly isWhole: boolean;
    }
  | { readonly type: 'attributesDeleted'; readonly groupID: string; readonly keyList: readonly string[] }
  | {
      readonly type: 'countersLoaded';
      readonly groupID: string;
      readonly counters: Readonly<Record<string, number>>;
    }
  | { readonly type: 'onlineCountLoaded'; readonly groupID: string; readonly memberCount: number }
  | {
      readonly type: 'topicsLoaded';
      readonly groupID: string;
      readonly topics: readonly Topic[];
      readonly isWhole: boolean;
    }
  | {
      readonly type: 'topicsDeleted';
      readonly groupID: string;
      readonly topicIDs: readonly string[];
    }
  | { readonly type: 'applicationsLoaded'; readonly applications: readonly GroupApplication[] }
  | {
      readonly type: 'applicationHandled';
      readonly ID: string;
      readonly status: 'agreed' | 'rejected';
    };
