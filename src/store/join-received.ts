import type { StoreEvent } from '../events.ts';
import type { Message } from '../messages/message.ts';
import * as TYPES from '../sdk/types.ts';

/** Whether a message tells something of a group, or of its members: a tip, or a notice. */
export function isOfGroups({ type }: Message): boolean {
  return type === TYPES.MSG_GRP_TIP || type === TYPES.MSG_GRP_SYS_NOTICE;
}

type Received = Extract<StoreEvent, { readonly type: 'MESSAGE_RECEIVED' }>;

/**
 * The events of a flush, those of new messages that follow one another as one: it makes no difference to the state, and
 * a hundred messages cost little more than one.
 */
export function joinReceived(events: readonly StoreEvent[]): readonly StoreEvent[] {
  if (events.length < 2) return events;
  const joined: StoreEvent[] = [];
  let run: Received[] = [];
  const end = (): void => {
    const [first] = run;
    if (first !== undefined) joined.push(run.length === 1 ? first : join(run));
    run = [];
  };
  for (const event of events) {
    if (event.type === 'MESSAGE_RECEIVED' && !event.data.some(isOfGroups)) run.push(event);
    else {
      end();
      joined.push(event);
    }
  }
  end();
  return joined;
}

function join(run: readonly Received[]): Received {
  const now = run.reduce<number | undefined>((last, event) => event.now ?? last, undefined);
  return {
    type: 'MESSAGE_RECEIVED',
    data: run.flatMap(({ data }) => data),
    profiles: run.flatMap(({ profiles }) => profiles ?? []),
    nameCards: run.flatMap(({ nameCards }) => nameCards ?? []),
    receipts: run.flatMap(({ receipts }) => receipts ?? []),
    ...(now !== undefined && { now }),
  };
}
