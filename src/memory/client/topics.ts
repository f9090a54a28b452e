import { EVENT } from '../../sdk/constants.ts';
import { groupConversationID } from '../cloud/conversation-ids.ts';
import type { TopicCard, TopicPush } from '../cloud/topic-wire.ts';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import { Topic } from './topic.ts';

/** The topics that a client holds: those that it has asked for. */
export interface Topics {
  /** Adds the topic, or brings it up to date in place. */
  readonly put: (card: Partial<TopicCard> & Pick<TopicCard, 'groupID' | 'topicID'>) => Topic;
  readonly find: (topicID: string) => Topic | undefined;
  readonly drop: (groupID: string, topicID: string) => void;
  /** Rows may have changed: topics take over what was said in them, each with an event. */
  readonly follow: () => void;
  readonly receive: (push: TopicPush) => void;
}

/** The topics of one login. */
export function createTopics({ emit, write }: Context, conversations: Conversations): Topics {
  /** By community, then by topic ID. */
  const held = new Map<string, Map<string, Topic>>();

  const put: Topics['put'] = ({ groupID, topicID, ...fields }) => {
    const topics = held.get(groupID) ?? new Map<string, Topic>();
    held.set(groupID, topics);
    const topic = topics.get(topicID) ?? new Topic(topicID);
    topics.set(topicID, topic);
    write(topic, fields);
    takeOver(topic);
    return topic;
  };

  /** Answers whether something is another. */
  const takeOver = (topic: Topic): boolean => {
    const row = conversations.get(groupConversationID(topic.topicID));
    if (row === undefined) return false;
    const { unreadCount, lastMessage, groupAtInfoList, messageRemindType = '' } = row;
    const said = { unreadCount, lastMessage: { ...lastMessage }, groupAtInfoList: [...groupAtInfoList] };
    const isSame = Object.entries(said).every(
      ([key, value]) => JSON.stringify(value) === JSON.stringify(Reflect.get(topic, key)),
    );
    if (isSame && topic.selfInfo.messageRemindType === messageRemindType) return false;
    const { lastSequence } = lastMessage;
    write(topic.selfInfo, { messageRemindType });
    write(topic, { ...said, nextMessageSeq: Math.max(topic.nextMessageSeq, lastSequence + 1) });
    if (unreadCount === 0) write(topic.selfInfo, { readedSequence: lastSequence });
    return true;
  };

  return {
    put,
    find: (topicID) =>
      [...held.values()].map((topics) => topics.get(topicID)).find((topic) => topic !== undefined),
    drop: (groupID, topicID) => void held.get(groupID)?.delete(topicID),

    follow: () => {
      for (const [groupID, topics] of held) {
        for (const topic of topics.values())
          if (takeOver(topic)) emit(EVENT.TOPIC_UPDATED, { groupID, topic });
      }
    },

    receive: (push) => {
      switch (push.kind) {
        case 'topicCreated': {
          const { groupID, topicID } = push;
          emit(EVENT.TOPIC_CREATED, { groupID, topicID });
          return;
        }
        case 'topicDeleted': {
          const { groupID, topicIDList } = push;
          for (const topicID of topicIDList) held.get(groupID)?.delete(topicID);
          emit(EVENT.TOPIC_DELETED, { groupID, topicIDList: [...topicIDList] });
          return;
        }
        case 'topicUpdated': {
          const { groupID, topicID } = push.topic;
          if (held.get(groupID)?.has(topicID) !== true) return;
          emit(EVENT.TOPIC_UPDATED, { groupID, topic: put(push.topic) });
        }
      }
    },
  };
}
