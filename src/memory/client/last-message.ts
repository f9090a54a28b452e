import type { WireMessage } from '../cloud/wire.ts';
import type { Flavour } from '../flavour.ts';
import { copyPayload, messageForShow, type Payload } from '../payload.ts';
import { isGroupMessage, type Message } from './message.ts';

/** The newest message of a conversation, as its row shows it: one object a conversation, changed in place. */
export interface LastMessage {
  /** Seconds; 0 where nothing was said yet. */
  lastTime: number;
  lastSequence: number;
  /** 0 in 2.x where nothing is left, or was never said. */
  fromAccount: string | 0;
  messageForShow: string;
  type: string;
  /** The message's own payload object, where the client holds the message. */
  payload: Payload | null;
  cloudCustomData: string;
  isRevoked: boolean;
  onlineOnlyFlag: boolean;
  nick: string;
  nameCard: string;
  /** Of the last message that was changed. C2C; in a group only if the row was not in the server's list, or a message of it was deleted. */
  version?: number;
  /** C2C; in a group only after a live message. */
  isPeerRead?: boolean;
  revoker: string | null;
}

/** Of a message that the client holds. */
export function lastMessageOf(message: Message): LastMessage {
  const { time, sequence, from, payload, type, cloudCustomData, isRevoked } = message;
  const { nick, nameCard, isPeerRead, revoker } = message;
  return {
    lastTime: time,
    lastSequence: sequence,
    fromAccount: from,
    messageForShow: messageForShow(type, payload),
    type,
    payload,
    cloudCustomData,
    isRevoked,
    onlineOnlyFlag: false,
    nick,
    nameCard,
    isPeerRead,
    revoker: revoker === '' ? null : revoker,
  };
}

/** Of a message that only the server holds. */
export function lastMessageFromWire(wire: WireMessage): LastMessage {
  return {
    lastTime: wire.time,
    lastSequence: wire.sequence,
    fromAccount: wire.from,
    messageForShow: messageForShow(wire.type, wire.payload),
    type: wire.type,
    payload: copyPayload(wire.payload),
    cloudCustomData: wire.cloudCustomData,
    isRevoked: wire.revoker !== undefined,
    onlineOnlyFlag: false,
    nick: '',
    nameCard: '',
    ...(!isGroupMessage(wire) && { version: 0, isPeerRead: false }),
    revoker: wire.revoker ?? null,
  };
}

/** Of a conversation in which nothing was said yet. */
export function noLastMessage(isC2C: boolean, flavour: Flavour = '3.x'): LastMessage {
  return {
    lastTime: 0,
    lastSequence: 0,
    fromAccount: flavour === '2.x' ? 0 : '',
    messageForShow: '',
    type: '',
    payload: null,
    cloudCustomData: '',
    isRevoked: false,
    onlineOnlyFlag: false,
    nick: '',
    nameCard: '',
    ...(isC2C && { version: 0, isPeerRead: false }),
    revoker: null,
  };
}
