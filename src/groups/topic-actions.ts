import type { ActionContext } from '../action-context.ts';
import { operationOf } from '../sdk/call-sdk.ts';
import { invalid, requireID, requireIDs } from '../shared/limits.ts';
import { numberOf, textOf } from '../shared/fields.ts';
import { listIn } from '../shared/outcomes.ts';
import { isRecord } from '../shared/plain.ts';
import type { Group, Topic } from './group.ts';
import { normalizeTopic } from './normalize-group.ts';
import { dataOf, readGroups } from './read-groups.ts';

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
  const { ask, dispatch, getState } = context;
  return {
    getJoinedCommunityList: async () => {
      const groups = readGroups(context, listIn(dataOf(await ask('getJoinedCommunityList'))['groupList']));
      await dispatch({ type: 'groupsLoaded', groups });
      return groups;
    },
    createTopic: async (groupID, options) => {
      const operation = operationOf('createTopicInCommunity');
      requireID(operation, 'groupID', groupID);
      requireID(operation, 'topicName', options.topicName);
      const { topicID } = dataOf(await ask('createTopicInCommunity', { groupID, ...options }));
      const topic = normalizeTopic({ ...options, topicID });
      await dispatch({ type: 'topicsLoaded', groupID, topics: [topic], isWhole: false });
      return topic.topicID;
    },
    deleteTopics: async (groupID, topicIDs) => {
      const operation = operationOf('deleteTopicFromCommunity');
      requireID(operation, 'groupID', groupID);
      const data = dataOf(await ask('deleteTopicFromCommunity', { groupID, ...listed(operation, topicIDs) }));
      const gone = listIn(data['successTopicList'])
        .filter(isRecord)
        .map((item) => textOf(item['topicID']));
      await dispatch({ type: 'topicsDeleted', groupID, topicIDs: gone });
      const failed = listIn(data['failureTopicList']).filter(isRecord);
      return Object.freeze({
        successTopicIDList: Object.freeze(gone),
        failureTopicList: Object.freeze(
          failed.map(({ topicID, code, message }) =>
            Object.freeze({ topicID: textOf(topicID), code: numberOf(code), message: textOf(message) }),
          ),
        ),
      });
    },
    updateTopic: async (groupID, topicID, options) => {
      const operation = operationOf('updateTopicProfile');
      requireID(operation, 'groupID', groupID);
      requireID(operation, 'topicID', topicID);
      if (Object.keys(options ?? {}).length === 0) throw invalid(operation, 'nothing is to be changed');
      await ask('updateTopicProfile', { groupID, topicID, ...options });
      const topics =
        getState()
          .groups.topics.get(groupID)
          ?.filter((topic) => topic.topicID === topicID) ?? [];
      await dispatch({
        type: 'topicsLoaded',
        groupID,
        topics: topics.map((topic) => Object.freeze({ ...topic, ...options })),
        isWhole: false,
      });
    },
    getTopicList: async (groupID, topicIDs) => {
      const operation = operationOf('getTopicList');
      requireID(operation, 'groupID', groupID);
      const data = dataOf(await ask('getTopicList', { groupID, ...listed(operation, topicIDs) }));
      const topics = Object.freeze(
        context.readEach(listIn(data['successTopicList']), (item) => normalizeTopic(item)),
      );
      await dispatch({ type: 'topicsLoaded', groupID, topics, isWhole: topicIDs === undefined });
      return topics;
    },
  };
}

function listed(operation: string, topicIDs: readonly string[] | undefined): object {
  return topicIDs === undefined ? {} : { topicIDList: [...requireIDs(operation, 'topicIDs', topicIDs)] };
}
