import { attachmentHandlers } from './attachments.ts';
import { blocklistHandlers } from './blocklist.ts';
import { contactHandlers, readC2C } from './contacts.ts';
import { type GroupControls, groupControls, type PeopleControls, peopleControls } from './controls.ts';
import { edit, editHandlers } from './edits.ts';
import { c2cMessages, groupMessages, kickedOut, type KickType } from './events.ts';
import { friendGroupHandlers } from './friend-groups.ts';
import { friendRequestHandlers } from './friend-request-handlers.ts';
import { friendHandlers } from './friends.ts';
import { groupDataHandlers } from './group-data.ts';
import { groupMemberHandlers } from './group-members.ts';
import { groupRequestHandlers } from './group-requests.ts';
import { groupHandlers } from './groups.ts';
import { historyHandlers } from './history.ts';
import { createLine, type Line } from './line.ts';
import { deliverC2C, deliverToGroup, expunge, messageHandlers, recall } from './messages.ts';
import { profileHandlers } from './profiles.ts';
import { receiptHandlers } from './receipts.ts';
import type { Handlers, Service } from './service.ts';
import { sessionHandlers } from './session.ts';
import { type Answer, type Frame, ok, textElement, type WireMessage } from './wire.ts';
import { createWorld } from './world.ts';

/**
 * The stand-in of the cloud: it keeps users, messages, groups and read marks, answers what the SDKs ask, and pushes to
 * every client that is logged in. Its answers are the least that the SDKs accept. Pushes arrive before the call that
 * causes them returns; answers to the SDKs arrive in a later macrotask.
 */
export interface Cloud extends GroupControls, PeopleControls {
  /** A user writes to another; `time` in seconds, now by default. */
  readonly say: (from: string, to: string, text: string, time?: number) => WireMessage;
  readonly sayInGroup: (from: string, groupID: string, text: string, time?: number) => WireMessage;
  /** Pushes a message a second time. */
  readonly repeat: (message: WireMessage, userID: string) => void;
  /** The sender recalls a message, or `revoker` does. */
  readonly recall: (message: WireMessage, revoker?: string) => void;
  /** The sender changes the text; those who are not connected do not hear of it. */
  readonly edit: (message: WireMessage, text: string) => void;
  /** Takes a group message away for all, without telling anybody: its sequence stays unused. */
  readonly expunge: (message: WireMessage) => void;
  /** From now on the user has the message no more: one that they deleted on another device. */
  readonly hide: (userID: string, message: WireMessage) => void;
  /** `reader` reads all that `peer` wrote. */
  readonly read: (reader: string, peer: string) => void;
  readonly kick: (userID: string, type?: KickType) => void;
  /** What is stored between two users, oldest first. */
  readonly messages: (one: string, other: string) => readonly WireMessage[];
  readonly openLine: () => Line;
  /** The commands that came and were answered with a bare yes, because nothing here knows them. */
  readonly unknown: ReadonlySet<string>;
}

export function createCloud(): Cloud {
  const world = createWorld();
  const lines = new Set<Line>();
  const unknown = new Set<string>();
  const linesOf = (userID: string) => [...lines].filter((line) => line.userID() === userID);
  const push: Service['push'] = (userID, event, except) => {
    for (const line of linesOf(userID)) if (line !== except) line.push(event);
  };
  const service: Service = {
    world,
    push,
    deliver(userID, event, except) {
      const { inbox } = world.user(userID);
      inbox.push(event);
      for (const line of linesOf(userID)) line.setMark(inbox.length);
      push(userID, event, except);
    },
    online: (userID) => linesOf(userID).length > 0,
  };
  const handlers = withCommunities({
    ...sessionHandlers(service),
    ...contactHandlers(service),
    ...messageHandlers(service),
    ...editHandlers(service),
    ...historyHandlers(service),
    ...receiptHandlers(service),
    ...attachmentHandlers(service),
    ...groupHandlers(service),
    ...groupMemberHandlers(service),
    ...groupRequestHandlers(service),
    ...groupDataHandlers(service),
    ...profileHandlers(service),
    ...friendHandlers(service),
    ...friendRequestHandlers(service),
    ...friendGroupHandlers(service),
    ...blocklistHandlers(service),
  });
  const respond = (line: Line, { head, body }: Frame): Answer => {
    const handler = handlers[head.servcmd];
    if (!handler) {
      unknown.add(head.servcmd);
      return ok();
    }
    const userID = head.identifier ?? world.userByTinyID(head.tinyid ?? '')?.userID ?? '';
    return handler(body as never, { userID, line });
  };

  return {
    ...groupControls(service),
    ...peopleControls(service),
    say: (from, to, text, time = world.now()) =>
      deliverC2C(service, { from, to, body: [textElement(text)], time }),
    sayInGroup: (from, to, text, time = world.now()) =>
      deliverToGroup(service, { from, to, body: [textElement(text)], time }),
    repeat: (message, userID) =>
      service.push(userID, (message.ToGroupId === undefined ? c2cMessages : groupMessages)([message])),
    recall: (message, revoker = message.From_Account) => recall(service, message, revoker),
    edit: (message, text) => edit(service, message, { MsgBody: [textElement(text)] }),
    expunge,
    hide: (userID, { MsgRandom }) => void world.user(userID).deleted.add(MsgRandom),
    read: (reader, peer) => readC2C(service, reader, peer, world.now()),
    kick(userID, type = 1) {
      for (const line of linesOf(userID)) line.push(kickedOut(type), 'im_open_status.stat_forceoffline');
    },
    messages: (one, other) => world.c2c(one, other),
    openLine() {
      const line = createLine(respond);
      lines.add(line);
      return line;
    },
    unknown,
  };
}

/** Communities have a part of the service to themselves, which knows the same commands. */
function withCommunities(handlers: Handlers): Handlers {
  const forGroups = /^group_open_http_svc/;
  const more = Object.entries(handlers).filter(([name]) => forGroups.test(name));
  return {
    ...Object.fromEntries(more.map(([name, handler]) => [`million_${name}`, handler])),
    ...handlers,
  };
}
