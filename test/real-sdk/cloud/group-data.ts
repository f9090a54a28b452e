import type { Group } from './group.ts';
import { silentTip } from './group-news.ts';
import { named, onGroup } from './groups.ts';
import type { Line } from './line.ts';
import type { Caller, Handler, Handlers, Service } from './service.ts';
import { ok, refuse } from './wire.ts';

/** How attributes have changed; the SDKs call these by the same numbers. */
const OPERATION = { init: 1, set: 2, clear: 3, delete: 4 } as const;
type Operation = keyof typeof OPERATION;

/** Attributes and counters of groups. */
export function groupDataHandlers(service: Service): Handlers {
  const changing = (operation: Operation): Handler =>
    onGroup(service, (group, body: ChangeAttributes, { line }: Caller) => {
      if (group.attributesSequence !== body.AttrMainSeq) return refuse(10056);
      const entries = (body.GroupAttr ?? []).map(({ key, value = '' }) => [key, value] as const);
      const GroupAttr = changeAttributes(service, group, operation, entries, line);
      return ok({ AttrMainSeq: group.attributesSequence, GroupAttr });
    });
  const handlers: Handlers = {
    set_group_attr: changing('init'),
    modify_group_attr: changing('set'),
    delete_group_attr: changing('delete'),
    clear_group_attr: changing('clear'),
    update_group_counter: onGroup(service, (group, { GroupCounter, Mode }: ChangeCounters) =>
      ok({ GroupCounter: changeCounters(service, group, Mode, GroupCounter) }),
    ),
    get_group_counter: onGroup(service, ({ counters, countersSequence }) =>
      ok({ GroupCounter: counterItems(counters), GroupCounterSeq: countersSequence }),
    ),
  };
  return {
    ...named('group_open_http_svc', handlers),
    'group_open_attr_http_svc.get_group_attr': onGroup(service, ({ attributes, attributesSequence }) =>
      ok({
        AttrMainSeq: attributesSequence,
        GroupAttrAry: [...attributes].map(([key, { value, sequence }]) => ({ key, value, seq: sequence })),
      }),
    ),
  };
}

interface ChangeAttributes {
  GroupId: string;
  AttrMainSeq: number;
  GroupAttr?: readonly { key: string; value?: string }[];
}

type CounterItems = readonly { Key: string; Value: number }[];

interface ChangeCounters {
  GroupId: string;
  GroupCounter: CounterItems;
  Mode: 'Set' | 'Increase' | 'Decrease';
}

export function changeAttributes(
  service: Service,
  group: Group,
  operation: Operation,
  entries: readonly (readonly [key: string, value: string])[],
  except?: Line,
): readonly object[] {
  const { attributes } = group;
  const sequence = ++group.attributesSequence;
  if (operation === 'init' || operation === 'clear') attributes.clear();
  for (const [key, value] of entries) {
    if (operation === 'delete') attributes.delete(key);
    else attributes.set(key, { value, sequence });
  }
  const GroupAttrOption = {
    OpType: OPERATION[operation],
    GroupAttrSeq: sequence,
    PushChangedAttrValFlag: 1,
    BytesChangedKeys: entries.map(([key]) => key),
    GroupAttrInfo: entries.map(([Key, Val]) => ({ Key, Val, SubKeySeq: sequence })),
  };
  silentTip(service, group, { MsgGroupNewInfo: { GroupAttrOption } }, except);
  return entries.map(([key]) => ({ Key: key, seq: sequence }));
}

export function changeCounters(
  service: Service,
  group: Group,
  mode: ChangeCounters['Mode'],
  changes: CounterItems,
): CounterItems {
  const { counters } = group;
  for (const { Key, Value } of changes) {
    const before = mode === 'Set' ? 0 : (counters.get(Key) ?? 0);
    counters.set(Key, mode === 'Decrease' ? before - Value : before + Value);
  }
  const changed = counterItems(counters).filter(({ Key }) => changes.some((change) => change.Key === Key));
  const GroupCounterInfo = [{ Type: 0, GroupCounterSeq: ++group.countersSequence, GroupCounter: changed }];
  silentTip(service, group, { GroupCounterInfo });
  return changed;
}

const counterItems = (counters: ReadonlyMap<string, number>): CounterItems =>
  [...counters].map(([Key, Value]) => ({ Key, Value }));
