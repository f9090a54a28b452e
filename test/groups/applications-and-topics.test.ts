import type { GroupApplication, StoreEvent, TimState } from 'tim-reactive';
import { selectGroupApplications, selectTopics } from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { normalizeApplication, normalizeTopic } from '../../src/groups/normalize-group.ts';
import { after, notice } from './group-events.ts';

describe('requests to join', () => {
  const listed = (userID: string): GroupApplication =>
    normalizeApplication({
      groupID: 'a',
      groupName: 'A',
      applicant: userID,
      applicationType: 0,
      messageKey: 9,
      note: 'hi',
    });
  const states = (state: TimState): readonly (readonly [string, string])[] =>
    selectGroupApplications(state).map(({ userID, status }) => [userID, status] as const);

  it('are pending once each, whether a notice or the list tells first', () => {
    const loaded: StoreEvent = { type: 'applicationsLoaded', applications: [listed('bob'), listed('carol')] };
    for (const state of [after(notice('a', 1), loaded), after(loaded, notice('a', 1))])
      expect(new Map(states(state))).toEqual(
        new Map([
          ['bob', 'pending'],
          ['carol', 'pending'],
        ]),
      );
    expect(selectGroupApplications(after(notice('a', 1), loaded))[0]?.ID).toBe('n1');
  });

  it('are gone when the list does not have them any more, but for those that were answered here', () => {
    const handled: StoreEvent = {
      type: 'applicationHandled',
      groupID: 'a',
      userID: 'bob',
      status: 'agreed',
    };
    const empty: StoreEvent = { type: 'applicationsLoaded', applications: [] };
    expect(states(after(notice('a', 1), empty))).toEqual([]);
    expect(states(after(notice('a', 1), handled, empty, notice('a', 1)))).toEqual([['bob', 'agreed']]);
  });

  it('of one that asks again are the newest alone', () => {
    const state = after(notice('a', 1), notice('a', 1, { handleMessage: 'please' }, 'n2'));
    expect(selectGroupApplications(state)).toMatchObject([{ ID: 'n2', applyMessage: 'please', time: 7 }]);
  });

  it('of an invitation that needs consent are of the invited', () => {
    const application = normalizeApplication({
      groupID: 'a',
      applicant: 'bob',
      applicationType: 2,
      userID: 'carol',
      messageKey: 1_700_000_000_123_456,
    });
    expect(application).toMatchObject({ userID: 'carol', time: 1_700_000_000, status: 'pending' });
  });
});

describe('topics', () => {
  const topic = (topicID: string, topicName = topicID) => normalizeTopic({ topicID, topicName });
  const loaded: StoreEvent = {
    type: 'topicsLoaded',
    groupID: 'a',
    topics: [topic('t1'), topic('t2')],
    isWhole: true,
  };

  it('are replaced by a whole list, changed by an event, and deleted', () => {
    const changed: StoreEvent = { type: 'TOPIC_UPDATED', data: { groupID: 'a', topic: topic('t1', 'new') } };
    const gone: StoreEvent = { type: 'TOPIC_DELETED', data: { groupID: 'a', topicIDList: ['t2'] } };
    expect(selectTopics(after(loaded, changed), 'a').map(({ topicName }) => topicName)).toEqual([
      'new',
      't2',
    ]);
    expect(selectTopics(after(loaded, gone), 'a')).toEqual([topic('t1')]);
    expect(selectTopics(after(loaded, { ...loaded, topics: [topic('t3')] }), 'a')).toEqual([topic('t3')]);
  });

  it('stay unknown where only one of them is told of', () => {
    const changed: StoreEvent = { type: 'TOPIC_UPDATED', data: { groupID: 'a', topic: topic('t1') } };
    expect(after(changed).groups.topics.get('a')).toBeUndefined();
  });
});
