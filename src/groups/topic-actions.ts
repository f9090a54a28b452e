import type { ActionContext } from '../action-context.ts';
import type { SdkMethod } from '../sdk/call-sdk.ts';
import { numberOf, recordOf, textOf } from '../shared/fields.ts';
import { requireID, requireIDs } from '../shared/limits.ts';
import { listIn } from '../shared/outcomes.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { plain, readRecord } from '../shared/read-record.ts';
import { askGroup } from './ask-group.ts';
import { dispatchWhileIn } from './dispatch-while-in.ts';
import { requireSome } from './group-limits.ts';
import type { Group, Topic } from './group.ts';
import { normalizeTopic } from './normalize-group.ts';
import { readGroups } from './read-groups.ts';

/** Communities and their topics, where the SDK has them: 2.x, 3.x, and lite's professional entry. */
export interface TopicActions {
  /** Fetches the communities with topics that I am in, which `getList` leaves out. Follows the SDK's `getJoinedCommunityList`. */
  readonly getJoinedCommunityList: () => Promise<readonly Group[]>;
  /** Makes a topic, and resolves with its ID. Its conversation is `groupID(topicID)`. Follows the SDK's `createTopicInCommunity`. */
  readonly createTopic: (
    groupID: string,
    options: TopicOptions & { readonly topicName: string; readonly topicID?: string },
  ) => Promise<string>;
  /** Deletes topics, or all of a community; resolves even where it failed for some. Follows the SDK's `deleteTopicFromCommunity`. */
  readonly deleteTopics: (groupID: string, topicIDs?: readonly string[]) => Promise<TopicOutcomes>;
  /** Changes a topic; what is not named stays. Follows the SDK's `updateTopicProfile`. */
  readonly updateTopic: (
    groupID: string,
    topicID: string,
    options: TopicOptions & { readonly muteAllMembers?: boolean },
  ) => Promise<void>;
  /** Fetches all topics of a community, or these: then in the state. Follows the SDK's `getTopicList`. */
  readonly getTopicList: (groupID: string, topicIDs?: readonly string[]) => Promise<readonly Topic[]>;
}

/** What can be said of a topic; the SDK's own names. */
export interface TopicOptions {
  readonly topicName?: string;
  readonly avatar?: string;
  readonly introduction?: string;
  readonly notification?: string;
  /** What the application keeps with it. */
  readonly customData?: string;
}

/** What became of a call about several topics. */
export interface TopicOutcomes {
  readonly successTopicIDList: readonly string[];
  readonly failureTopicList: readonly {
    readonly topicID: string;
    readonly code: number;
    readonly message: string;
  }[];
}

/** The actions on topics. */
export function createTopicActions(context: ActionContext): TopicActions {
  const { ask, dispatch } = context;
  return {
    getJoinedCommunityList: async () => {
      const groups = readGroups(context, listIn(recordOf(await ask('getJoinedCommunityList'))['groupList']));
      await dispatch({ type: 'groupsLoaded', groups });
      return groups;
    },
    createTopic: async (groupID, options) => {
      const method = 'createTopicInCommunity';
      const take = dispatchWhileIn(context, groupID);
      requireID(method, 'topicName', options?.topicName);
      const { topicID } = await askGroup(context, method, groupID, options);
      const topic = normalizeTopic({ ...options, topicID });
      await take({ type: 'topicsLoaded', groupID, topics: [topic], isWhole: false });
      return topic.topicID;
    },
    deleteTopics: async (groupID, topicIDs) => {
      const method = 'deleteTopicFromCommunity';
      const data = await askGroup(context, method, groupID, listed(method, topicIDs));
      const gone = listIn(data['successTopicList']).map((item) => textOf(recordOf(item)['topicID']));
      await dispatch({ type: 'topicsDeleted', groupID, topicIDs: gone });
      return Object.freeze({
        successTopicIDList: Object.freeze(gone),
        failureTopicList: Object.freeze(
          listIn(data['failureTopicList']).map((item) => readRecord(item, FAILURE, 'a failure')),
        ),
      });
    },
    updateTopic: async (groupID, topicID, options) => {
      const method = 'updateTopicProfile';
      requireID(method, 'topicID', topicID);
      const patch = plain<Partial<Topic>>(options ?? {}, undefined);
      requireSome(method, patch);
      await askGroup(context, method, groupID, { topicID, ...patch });
      await dispatch({ type: 'topicPatched', groupID, topicID, patch });
    },
    getTopicList: async (groupID, topicIDs) => {
      const method = 'getTopicList';
      const take = dispatchWhileIn(context, groupID);
      const data = await askGroup(context, method, groupID, listed(method, topicIDs));
      const live = listIn(data['successTopicList']);
      const topics = Object.freeze(context.readEach(live, (item) => normalizeTopic(item)));
      await take({ type: 'topicsLoaded', groupID, topics, isWhole: topicIDs === undefined });
      return topics;
    },
  };
}

const FAILURE: RecordSchema<TopicOutcomes['failureTopicList'][number]> = {
  topicID: textOf,
  code: numberOf,
  message: textOf,
};

function listed(method: SdkMethod, topicIDs: readonly string[] | undefined): object {
  return topicIDs === undefined ? {} : { topicIDList: [...requireIDs(method, 'topicIDs', topicIDs)] };
}
