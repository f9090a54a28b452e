import type { Group, StoreEvent, TimState } from 'tim-reactive';
import { selectGroups } from 'tim-reactive';
import { normalizeGroup } from '../../src/groups/normalize-group.ts';
import { initialState, reduce } from '../../src/store/reduce.ts';
import { messageOf } from '../messages/arbitrary-messages.ts';

/** A group as a list would have it. */
export const groupOf = (groupID: string, fields: object = {}): Group =>
  normalizeGroup({ groupID, name: groupID, type: 'Public', memberCount: 2, ...fields });

/** The SDK's list event. */
export const list = (...data: readonly Group[]): StoreEvent => ({ type: 'GROUP_LIST_UPDATED', data });

/** A live tip on a group. */
export const tip = (groupID: string, payload: object): StoreEvent => ({
  type: 'MESSAGE_RECEIVED',
  data: [
    messageOf({
      type: 'TIMGroupTipElem',
      payload: { operatorID: 'alice', groupProfile: { groupID }, ...payload },
    }),
  ],
});

/** A live notice to me. */
export const notice = (
  groupID: string,
  operationType: number,
  payload: object = {},
  ID = 'n1',
): StoreEvent => ({
  type: 'MESSAGE_RECEIVED',
  data: [
    messageOf({
      ID,
      time: 7,
      conversationID: '@TIM#SYSTEM',
      type: 'TIMGroupSystemNoticeElem',
      payload: { operationType, operatorID: 'bob', groupProfile: { groupID, name: groupID }, ...payload },
    }),
  ],
});

/** I am `me`. */
export const LOGIN: StoreEvent = { type: 'loginStarted', userID: 'me' };

/** The state after a login and these events. */
export const after = (...events: readonly StoreEvent[]): TimState =>
  [LOGIN, ...events].reduce(
    (state, event) => reduce(state, [event], { isPartial: false, clearOnKick: false }),
    initialState(),
  );

/** The groups of the list. */
export const IDs = (state: TimState): readonly string[] => selectGroups(state).map(({ groupID }) => groupID);
