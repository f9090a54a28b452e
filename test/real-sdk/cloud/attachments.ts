import type { Handlers, Service } from './service.ts';
import { ok, refuse, type WireMessage } from './wire.ts';

/** What users attach to messages, per message: who reacted with what, and extensions by key. */
const reactions = new WeakMap<WireMessage, Map<string, Set<string>>>();
const extensions = new WeakMap<
  WireMessage,
  Map<string, { readonly value: string; readonly sequence: number }>
>();

/** Reactions and extensions. Each command stands twice, for C2C and for groups. */
export function attachmentHandlers(service: Service): Handlers {
  const { world } = service;
  const find = (target: Target): WireMessage | undefined =>
    target.GroupId === undefined
      ? world
          .c2c(target.From_Account ?? '', target.To_Account ?? '')
          .find((m) => m.MsgRandom === Number(target.MsgKey?.split('_')[1]))
      : world.groups.get(target.GroupId)?.messages[(target.MsgSeq ?? 0) - 1];

  const handlers: Handlers = {
    reaction_add: (body: Reaction, { userID }) => {
      const message = find(body);
      if (!message) return refuse(20022);
      react(service, userID, message, body.Reaction, true);
      return ok();
    },
    reaction_del: (body: Reaction, { userID }) => {
      const message = find(body);
      if (!message) return refuse(20022);
      react(service, userID, message, body.Reaction, false);
      return ok();
    },
    reaction_multi_stat: (body: Reactions, { userID }) => {
      const targets = body.MsgKeyList ?? body.MsgSeqList ?? [];
      const Results = targets.map((target) => {
        const key = typeof target === 'string' ? { MsgKey: target } : { MsgSeq: target };
        const message = find({ ...body, ...key });
        const list = message
          ? summary(message).map((item) => ({ ...item, ...mine(message, item, userID) }))
          : [];
        return { ...key, ReactionList: list };
      });
      return ok({ Results });
    },
    reaction_iterate: (body: Reaction) => {
      const message = find(body);
      const users = message ? reactions.get(message)?.get(body.Reaction) : undefined;
      return ok({ Reaction_Account: [...(users ?? [])], NextSeq: 0 });
    },
    set_key_values: (body: Extend) => {
      const message = find(body);
      if (!message) return refuse(20022);
      const changes = (body.ExtensionList ?? []).map(({ Key, Value = '' }) => [Key, Value] as const);
      return ok(extend(service, message, body.OperateType, changes));
    },
    get_key_values: (body: Target) => {
      const message = find(body);
      const entries = [...((message && extensions.get(message)) ?? [])];
      const ExtensionList = entries.map(([Key, { value, sequence }]) => ({
        Key,
        Value: value,
        Seq: sequence,
      }));
      return ok({ ExtensionList, LatestSeq: entries.length, ClearSeq: 0, CompleteFlag: 1 });
    },
  };
  const entries = Object.entries(handlers);
  return Object.fromEntries(
    ['', 'group_'].flatMap((prefix) =>
      entries.map(([name, handler]) => [`openim_msg_ext_http_svc.${prefix}${name}`, handler] as const),
    ),
  );
}

/** The message a command is about: of two users, by `MsgKey` (sequence, random and time), or of a group. */
interface Target {
  From_Account?: string;
  To_Account?: string;
  MsgKey?: string;
  GroupId?: string;
  MsgSeq?: number;
}

interface Reaction extends Target {
  Reaction: string;
}

interface Reactions extends Target {
  MsgKeyList?: readonly string[];
  MsgSeqList?: readonly number[];
}

/** 1: set, 2: delete, 3: clear. */
type Operation = 1 | 2 | 3;

interface Extend extends Target {
  OperateType: Operation;
  ExtensionList?: readonly { Key: string; Value?: string }[];
}

const summary = (message: WireMessage) =>
  [...(reactions.get(message) ?? [])].map(([Reaction, users]) => ({
    Reaction,
    Count: users.size,
    Reaction_Account: [...users],
  }));

const mine = (message: WireMessage, { Reaction }: { readonly Reaction: string }, userID: string) => ({
  ReactedByMe: reactions.get(message)?.get(Reaction)?.has(userID) ? 1 : 0,
});

/** The user reacts to the message, or takes that back; all who have it are told about this reaction. */
export function react(
  service: Service,
  userID: string,
  message: WireMessage,
  reaction: string,
  on: boolean,
): void {
  const all = reactions.get(message) ?? new Map<string, Set<string>>();
  const users = all.get(reaction) ?? new Set();
  reactions.set(message, all.set(reaction, users));
  if (on) users.add(userID);
  else users.delete(userID);
  const MsgReactionSummary = summary(message).filter(({ Reaction }) => Reaction === reaction);
  if (users.size === 0) all.delete(reaction);
  const item = { ...keyOf(message, 'C2CMsgInfo', 'GroupMsgInfo'), MsgReactionSummary };
  tell(service, message, { MsgReactionNotifyList: [item] });
}

/** Changes extensions of the message; all who have it are told. */
export function extend(
  service: Service,
  message: WireMessage,
  operation: Operation,
  changes: readonly (readonly [key: string, value: string])[],
): object {
  const all = extensions.get(message) ?? new Map<string, { value: string; sequence: number }>();
  extensions.set(message, all);
  const sequence = service.world.next();
  if (operation === 3) all.clear();
  for (const [key, value] of changes) {
    if (operation === 1) all.set(key, { value, sequence });
    else all.delete(key);
  }
  const MsgKeyValue = changes.map(([Key, Value]) => ({
    Key,
    Value: operation === 1 ? Value : '',
    Seq: sequence,
  }));
  const info = { 1: 'SetKVInfo', 2: 'DeleteKVInfo', 3: 'ClearKVInfo' }[operation];
  const MsgExtensionNotify = {
    MsgOptType: operation,
    TinyId: message.TinyId,
    MsgLastSeq: sequence,
    ...keyOf(message, 'ExtensionC2cMsgInfo', 'ExtensionGroupMsgInfo'),
    [info]: [{ MsgKeyValue, ClearMsgSeq: sequence }],
  };
  tell(service, message, { MsgExtensionNotify });
  return { ExtensionList: MsgKeyValue.map((Extension) => ({ ErrorCode: 0, Extension })), Seq: sequence };
}

function keyOf({ ToGroupId, TinyId, MsgClientTime, MsgRandom }: WireMessage, c2c: string, group: string) {
  return { [ToGroupId === undefined ? c2c : group]: { TinyId, MsgClientTime, MsgRandom } };
}

function tell({ world, push }: Service, message: WireMessage, content: object): void {
  const { From_Account, To_Account, ToGroupId = '' } = message;
  const members =
    To_Account === undefined ? world.groups.get(ToGroupId)?.members.keys() : [From_Account, To_Account];
  for (const userID of new Set(members ?? [])) push(userID, { Event: 21, ...content });
}
