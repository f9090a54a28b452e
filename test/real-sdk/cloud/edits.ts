import { c2cModified, groupModified } from './events.ts';
import type { Line } from './line.ts';
import type { Handlers, Service } from './service.ts';
import { type Answer, ok, refuse, type WireElement, type WireMessage } from './wire.ts';

/** Changing messages that were sent. */
export function editHandlers(service: Service): Handlers {
  const { world } = service;
  const answer = (message: WireMessage | undefined, body: Edit, line: Line): Answer => {
    if (!message) return refuse(20022);
    const isConflict = (body.MsgVersion ?? 0) !== message.MsgVersion;
    if (!isConflict) edit(service, message, body, line);
    const { MsgVersion, MsgBody, CloudCustomData } = message;
    return { ...(isConflict ? refuse(20027) : ok()), MsgVersion, MsgBody, CloudCustomData };
  };
  return {
    'openim.modify_c2c_msg': (body: EditC2C, { line }) =>
      answer(
        world.c2c(body.From_Account, body.To_Account).find((m) => m.MsgRandom === body.MsgRandom),
        body,
        line,
      ),
    'openim.modify_group_msg': (body: EditInGroup, { line }) =>
      answer(world.groups.get(body.GroupId)?.messages[body.MsgSeq - 1], body, line),
  };
}

/** What becomes of a message. */
export interface Edit {
  readonly MsgBody: readonly WireElement[];
  readonly CloudCustomData?: string;
  /** The version that the editor saw. */
  readonly MsgVersion?: number;
}

interface EditC2C extends Edit {
  From_Account: string;
  To_Account: string;
  MsgRandom: number;
}

interface EditInGroup extends Edit {
  GroupId: string;
  MsgSeq: number;
}

/** Changes the message and tells those who are connected, but for the client that asked for it: nobody hears of it later. */
export function edit(
  { world, push }: Service,
  message: WireMessage,
  { MsgBody, CloudCustomData = message.CloudCustomData }: Edit,
  origin?: Line,
): void {
  Object.assign(message, { MsgBody, CloudCustomData, MsgVersion: message.MsgVersion + 1 });
  const { From_Account, To_Account, ToGroupId = '' } = message;
  const users =
    To_Account === undefined ? world.groups.get(ToGroupId)?.members.keys() : [From_Account, To_Account];
  const event = To_Account === undefined ? groupModified(message) : c2cModified(message);
  for (const userID of new Set(users ?? [])) push(userID, event, origin);
}
