import { TYPES } from '../../sdk/constants.ts';
import { SERVER_REFUSAL } from '../codes.ts';
import { sdkError } from '../sdk-error.ts';
import type { Connection } from './connection.ts';
import { groupConversationID, topicIDIn } from './conversation-ids.ts';
import { conversationSnapshot } from './describe.ts';
import { createGroup, type Group } from './group.ts';
import type { GroupDoor } from './group-door.ts';
import type { Hub } from './hub.ts';
import type { TopicCard, TopicChange, TopicOutcome, TopicPush } from './topic-wire.ts';
import type { ConversationSnapshot } from './wire.ts';
import { inboxEntry, type World } from './world.ts';

/** A topic with its conversation, for one member. */
export interface TopicView {
  readonly topic: TopicCard;
  readonly conversation: ConversationSnapshot;
}

/** What a client may ask of the server about topics. The first argument is who asks. */
export interface TopicCloud {
  /** The owner and the admins may. */
  readonly createTopic: (
    userID: string,
    groupID: string,
    options: TopicChange & { readonly topicID?: string },
    connection?: Connection,
  ) => TopicCard;
  /** All topics where none is named. */
  readonly deleteTopics: (
    userID: string,
    groupID: string,
    topicIDs: readonly string[],
    connection?: Connection,
  ) => TopicOutcome<string>;
  readonly updateTopic: (
    userID: string,
    groupID: string,
    topicID: string,
    change: TopicChange,
    connection?: Connection,
  ) => TopicCard;
  readonly topics: (userID: string, groupID: string, topicIDs: readonly string[]) => TopicOutcome<TopicView>;
}

/** The topics of one world: groups of a type of their own, with the members of their community. */
export function createTopicCloud(world: World, hub: Hub, door: GroupDoor): TopicCloud {
  const topicsOf = (groupID: string): readonly Group[] =>
    [...world.groups.values()].filter(({ communityID }) => communityID === groupID);

  const tell = ({ memberIDs }: Group, push: TopicPush, except: Connection | undefined): void => {
    for (const userID of memberIDs) hub.push(userID, push, except);
  };

  const enter = (userID: string, groupID: string, right: 'read' | 'edit'): Group => {
    const { group } =
      right === 'edit' ? door.allow(groupID, userID, 'editProfile') : door.enter(groupID, userID);
    if (!group.isSupportTopic) throw sdkError(SERVER_REFUSAL.INVALID_PARAMETERS);
    return group;
  };

  const outcome = <Done>(
    groupID: string,
    topicIDs: readonly string[],
    doneWith: (topic: Group) => Done,
  ): TopicOutcome<Done> => {
    const known = new Map(topicsOf(groupID).map((topic) => [topic.groupID, topic]));
    const named = topicIDs.length === 0 ? [...known.keys()] : topicIDs;
    return {
      done: named.flatMap((topicID) => {
        const topic = known.get(topicID);
        return topic === undefined ? [] : [doneWith(topic)];
      }),
      failed: named
        .filter((topicID) => !known.has(topicID))
        .map((topicID) => ({ topicID, code: SERVER_REFUSAL.NO_SUCH_GROUP, message: '' })),
    };
  };

  return {
    createTopic: (userID, groupID, { topicID, ...change }, connection) => {
      const community = enter(userID, groupID, 'edit');
      const made = topicIDIn(
        groupID,
        world
          .random(2 ** 31)
          .toString(36)
          .toUpperCase(),
      );
      const id = topicID ?? made;
      if (world.groups.has(id)) throw sdkError(SERVER_REFUSAL.GROUP_ID_IN_USE);
      if (!id.startsWith(topicIDIn(groupID, ''))) throw sdkError(SERVER_REFUSAL.INVALID_PARAMETERS);
      const { ownerID, joinOption, maxMemberCount, members } = community;
      const empty = { name: '', avatar: '', introduction: '', notification: '', muteAllMembers: false };
      const topic = createGroup(
        {
          ...empty,
          ...fieldsOf(change),
          groupID: id,
          communityID: groupID,
          type: TYPES.CONV_TOPIC,
          ownerID,
          joinOption,
          maxMemberCount,
          createTime: Math.floor(world.now() / 1000),
        },
        members,
      );
      world.groups.set(id, topic);
      tell(community, { kind: 'topicCreated', groupID, topicID: id }, connection);
      return topicCard(topic);
    },

    deleteTopics: (userID, groupID, topicIDs, connection) => {
      const community = enter(userID, groupID, 'edit');
      const result = outcome(groupID, topicIDs, ({ groupID: topicID }) => {
        world.groups.delete(topicID);
        return topicID;
      });
      tell(community, { kind: 'topicDeleted', groupID, topicIDList: result.done }, connection);
      return result;
    },

    updateTopic: (userID, groupID, topicID, change, connection) => {
      const community = enter(userID, groupID, 'edit');
      const topic = topicsOf(groupID).find((one) => one.groupID === topicID);
      if (topic === undefined) throw sdkError(SERVER_REFUSAL.NO_SUCH_GROUP);
      Object.assign(topic, fieldsOf(change));
      tell(community, { kind: 'topicUpdated', topic: topicCard(topic) }, connection);
      return topicCard(topic);
    },

    topics: (userID, groupID, topicIDs) => {
      enter(userID, groupID, 'read');
      const user = world.user(userID);
      return outcome(groupID, topicIDs, (topic) => {
        const conversationID = groupConversationID(topic.groupID);
        inboxEntry(user, conversationID);
        return {
          topic: topicCard(topic),
          conversation: conversationSnapshot(world, user, conversationID),
        };
      });
    },
  };
}

function fieldsOf({ topicName, ...change }: TopicChange): Partial<Group> {
  return { ...change, ...(topicName !== undefined && { name: topicName }) };
}

function topicCard(topic: Group): TopicCard {
  const { groupID: topicID, communityID: groupID = '', name: topicName, lastSequence } = topic;
  const { avatar, introduction, notification, customData, muteAllMembers } = topic;
  const texts = { topicName, avatar, introduction, notification, customData };
  return { groupID, topicID, ...texts, muteAllMembers, nextMessageSeq: lastSequence + 1 };
}
