import { isTopicID } from '../cloud/conversation-ids.ts';
import type { TopicChange, TopicOutcome } from '../cloud/topic-wire.ts';
import { GROUP_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import { response, type SdkResponse } from './context.ts';
import type { Group } from './group.ts';
import type { Session } from './session.ts';
import type { Topic } from './topic.ts';
import { isText, property, requireParams } from './validate.ts';

type Answer<Data> = Promise<SdkResponse<Data>>;

interface Topics<Done> {
  readonly successTopicList: readonly Done[];
  readonly failureTopicList: TopicOutcome<Done>['failed'];
}

interface Named {
  readonly groupID: string;
  /** All of them when it is left out. */
  readonly topicIDList?: readonly string[];
}

/** The SDK's methods about communities that are talked in by topics, and about these. */
export interface TopicMethods {
  /** The communities that `getGroupList` leaves out. */
  readonly getJoinedCommunityList: () => Answer<{ readonly groupList: readonly Group[] }>;
  /** The others hear of it by TOPIC_CREATED. 3021 for an ID without '@TOPIC#_'. */
  readonly createTopicInCommunity: (
    options: TopicChange & {
      readonly groupID: string;
      readonly topicName: string;
      readonly topicID?: string;
    },
  ) => Answer<{ readonly topicID: string }>;
  readonly deleteTopicFromCommunity: (options: Named) => Answer<Topics<{ readonly topicID: string }>>;
  readonly updateTopicProfile: (
    options: TopicChange & { readonly groupID: string; readonly topicID: string },
  ) => Answer<{ readonly topic: Topic }>;
  /** The live objects: only who has asked for a topic hears of it by TOPIC_UPDATED. */
  readonly getTopicList: (options: Named) => Answer<Topics<Topic>>;
}

/** The methods of one client. */
export function createTopicMethods({ whenReady }: Pick<Session, 'whenReady'>): TopicMethods {
  const requireTexts = (options: unknown, ...keys: readonly string[]): void =>
    requireParams(keys.every((key) => isText(property(options, key))));

  return {
    getJoinedCommunityList: whenReady('getJoinedCommunityList', ({ context, groups }) => {
      const { cloud, userID } = context;
      return context
        .request('getJoinedCommunityList', () => cloud.groups.communities(userID))
        .then((cards) => response({ groupList: cards.map(groups.put) }));
    }),

    createTopicInCommunity: whenReady('createTopicInCommunity', ({ context, topics }, options) => {
      requireTexts(options, 'groupID', 'topicName');
      const { groupID, ...rest } = options;
      if (rest.topicID !== undefined && !isTopicID(rest.topicID)) {
        return Promise.reject(sdkError(GROUP_REFUSAL.WRONG_TOPIC_ID));
      }
      const { cloud, connection, userID } = context;
      return context
        .request('createTopicInCommunity', () => cloud.topics.createTopic(userID, groupID, rest, connection))
        .then((card) => response({ topicID: topics.put(card).topicID }));
    }),

    deleteTopicFromCommunity: whenReady('deleteTopicFromCommunity', ({ context, topics }, options) => {
      requireTexts(options, 'groupID');
      const { groupID, topicIDList = [] } = options;
      const { cloud, connection, userID } = context;
      return context
        .request('deleteTopicFromCommunity', () =>
          cloud.topics.deleteTopics(userID, groupID, topicIDList, connection),
        )
        .then(({ done, failed }) => {
          for (const topicID of done) topics.drop(groupID, topicID);
          return response({
            successTopicList: done.map((topicID) => ({ topicID })),
            failureTopicList: failed,
          });
        });
    }),

    updateTopicProfile: whenReady('updateTopicProfile', ({ context, topics }, options) => {
      requireTexts(options, 'groupID', 'topicID');
      const { groupID, topicID, ...change } = options;
      const { cloud, connection, userID } = context;
      return context
        .request('updateTopicProfile', () =>
          cloud.topics.updateTopic(userID, groupID, topicID, change, connection),
        )
        .then(() => response({ topic: topics.put({ groupID, topicID, ...change }) }));
    }),

    getTopicList: whenReady('getTopicList', ({ context, conversations, topics }, options) => {
      requireTexts(options, 'groupID');
      const { groupID, topicIDList = [] } = options;
      const { cloud, userID } = context;
      return context
        .request('getTopicList', () => cloud.topics.topics(userID, groupID, topicIDList))
        .then(({ done, failed }) => {
          for (const { conversation } of done) conversations.takeOver(conversation);
          return response({
            successTopicList: done.map(({ topic }) => topics.put(topic)),
            failureTopicList: failed,
          });
        });
    }),
  };
}
