import type { WideEvent } from '../events.ts';
import type { Message } from '../messages/message.ts';
import * as TYPES from '../sdk/types.ts';
import type { Table } from '../shared/table.ts';

/** What the tips among these messages are about, by group ID and sequence; but for those of kinds that tell nothing. */
export function tipSequences(messages: readonly Message[]): readonly (readonly [string, number])[] {
  return messages.flatMap(({ type, payload, sequence }) =>
    type === TYPES.MSG_GRP_TIP && sequence > 0 && isKnown(payload.operationType)
      ? [[payload.groupProfile.groupID, sequence] as const]
      : [],
  );
}

function isKnown(operationType: number): boolean {
  return operationType >= TYPES.GRP_TIP_MBR_JOIN && operationType <= TYPES.GRP_TIP_MBR_PROFILE_UPDATED;
}

/**
 * The event with its tips in the order of their sequences, and without those that are not newer than what their group was
 * told last (`lastTips`): they are messages as any, but of how the group is now they tell nothing. To whoever comes into a
 * group 3.x delivers that tip first, and then those that were told before.
 */
export function withoutLateTips(event: WideEvent, lastTips: Table<string, number>): WideEvent {
  if (event.type !== 'MESSAGE_RECEIVED') return event;
  const isTip = ({ type }: Message): boolean => type === TYPES.MSG_GRP_TIP;
  const tips = event.data.filter(
    (message) =>
      isTip(message) &&
      tipSequences([message]).every(([groupID, sequence]) => sequence > (lastTips.get(groupID) ?? 0)),
  );
  tips.sort((a, b) => a.sequence - b.sequence);
  return { ...event, data: [...event.data.filter((message) => !isTip(message)), ...tips] };
}
