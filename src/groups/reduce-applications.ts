import type { Draft } from 'immer';
import type { WideEvent } from '../events.ts';
import * as TYPES from '../sdk/types.ts';
import { putRows } from '../shared/put-rows.ts';
import { NOTICE } from './group-notice.ts';
import type { GroupApplication, GroupsState } from './group.ts';

/** Keeps the requests to join: of one user to one group, at most one that is pending. */
export function reduceApplications(state: Draft<GroupsState>, event: WideEvent): void {
  switch (event.type) {
    case 'MESSAGE_RECEIVED':
      for (const { type, payload, ID, time } of event.data) {
        if (type !== TYPES.MSG_GRP_SYS_NOTICE) continue;
        const { operationType, operatorID, groupProfile, handleMessage } = payload;
        if (operationType !== NOTICE.APPLICATION || state.applications.get(ID) !== undefined) continue;
        const application = {
          ID,
          ...groupProfile,
          userID: operatorID,
          applyMessage: handleMessage,
          time,
          status: 'pending',
        } as const;
        const before = pending(state).filter((other) => isSame(other, application));
        set(state, before, [application]);
      }
      return;
    case 'applicationsLoaded': {
      // The server's list of those that nobody has answered. One that came by a notice keeps its ID.
      const known = pending(state);
      const answered = known.filter((old) => !event.applications.some((listed) => isSame(old, listed)));
      const fresh = event.applications.filter((listed) => !known.some((old) => isSame(old, listed)));
      return set(
        state,
        answered,
        fresh.filter(({ ID }) => state.applications.get(ID) === undefined),
      );
    }
    case 'applicationHandled': {
      const handled = pending(state).filter((known) => isSame(known, event));
      return set(
        state,
        [],
        handled.map((known) => ({ ...known, status: event.status })),
      );
    }
    default:
  }
}

function pending(state: Draft<GroupsState>): readonly GroupApplication[] {
  return [...state.applications].map(([, known]) => known).filter(({ status }) => status === 'pending');
}

type Applicant = Pick<GroupApplication, 'groupID' | 'userID'>;

function isSame(a: Applicant, b: Applicant): boolean {
  return a.groupID === b.groupID && a.userID === b.userID;
}

function set(
  state: Draft<GroupsState>,
  gone: readonly GroupApplication[],
  applications: readonly GroupApplication[],
): void {
  state.applications = putRows<string, GroupApplication>(state.applications, [
    ...gone.map(({ ID }) => [ID, undefined] as const),
    ...applications.map((next) => [next.ID, next] as const),
  ]);
}
