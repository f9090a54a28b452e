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
      readonly groupAttributes: Readonly<Record<string, string>>;
      /** The keys that this is about: one of them without an attribute here is gone, and the others stay. Nothing: all. */
      readonly keyList: readonly string[] | undefined;
    }
  | {
      readonly type: 'countersLoaded';
      readonly groupID: string;
      readonly counters: Readonly<Record<string, number>>;
      /** As with attributes. */
      readonly keyList: readonly string[] | undefined;
    }
  | { readonly type: 'onlineCountLoaded'; readonly groupID: string; readonly memberCount: number }
  | {
      readonly type: 'topicsLoaded';
      readonly groupID: string;
      readonly topics: readonly Topic[];
      readonly isWhole: boolean;
    }
  /** What an action changed in a topic that is there. */
  | {
      readonly type: 'topicPatched';
      readonly groupID: string;
      readonly topicID: string;
      readonly patch: Partial<Topic>;
    }
  | {
      readonly type: 'topicsDeleted';
      readonly groupID: string;
      readonly topicIDs: readonly string[];
    }
  | { readonly type: 'applicationsLoaded'; readonly applications: readonly GroupApplication[] }
  /** What became of the request that is pending of this user to this group. */
  | {
      readonly type: 'applicationHandled';
      readonly groupID: string;
      readonly userID: string;
      readonly status: 'agreed' | 'rejected';
    };
