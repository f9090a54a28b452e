import type { ActionContext } from '../action-context.ts';
import type { TimEventMap, TimEventReaders } from '../events.ts';
import { numberOf, requireRecord, requireText, textOf } from '../shared/fields.ts';
import { isRecord } from '../shared/plain.ts';
import type { RecordSchema } from '../shared/read-record.ts';
import { listOf, plain, readRecord } from '../shared/read-record.ts';
import { communityOf, normalizeTopic } from './normalize-group.ts';
import { readGroups } from './read-groups.ts';

const groupID = (live: unknown): string => requireText(live, 'the ID of a group');

type DetailEventType =
  | 'GROUP_ATTRIBUTES_UPDATED'
  | 'GROUP_COUNTER_UPDATED'
  | 'TOPIC_CREATED'
  | 'TOPIC_DELETED';

const SCHEMAS: { readonly [K in DetailEventType]: RecordSchema<TimEventMap[K]> } = {
  GROUP_ATTRIBUTES_UPDATED: {
    groupID,
    groupAttributes: plain,
    updatedKeyList: listOf,
    deletedKeyList: listOf,
  },
  GROUP_COUNTER_UPDATED: { groupID, key: textOf, value: numberOf },
  TOPIC_CREATED: { groupID, topicID: textOf },
  TOPIC_DELETED: { groupID, topicIDList: listOf },
};

/** Reads the events on groups and topics. */
export function groupReaders(
  context: ActionContext,
): TimEventReaders<'GROUP_LIST_UPDATED' | 'TOPIC_UPDATED' | DetailEventType> {
  const detail =
    <K extends DetailEventType>(type: K) =>
    (live: unknown): { readonly data: TimEventMap[K] } => ({
      data: readRecord<TimEventMap[K]>(live, SCHEMAS[type], type),
    });
  return {
    GROUP_LIST_UPDATED: (live) => ({ data: readGroups(context, live) }),
    GROUP_ATTRIBUTES_UPDATED: detail('GROUP_ATTRIBUTES_UPDATED'),
    GROUP_COUNTER_UPDATED: detail('GROUP_COUNTER_UPDATED'),
    TOPIC_CREATED: detail('TOPIC_CREATED'),
    TOPIC_DELETED: detail('TOPIC_DELETED'),
    TOPIC_UPDATED: (live) => {
      // Lite gives the topic alone.
      const raw = requireRecord(live, 'a TOPIC_UPDATED event');
      const topic = normalizeTopic(isRecord(raw['topic']) ? raw['topic'] : raw);
      const data = Object.freeze({ groupID: textOf(raw['groupID']) || communityOf(topic.topicID), topic });
      return { data };
    },
  };
}
