// What travels between an SDK and the stand-in: JSON frames in UTF-8 binary WebSocket messages. Commands and field
// names are the service's own, those of its public REST API; only fields that the stand-in reads or writes are listed.

export interface Frame {
  readonly head: {
    readonly servcmd: string;
    readonly seq: number;
    /** Who asks: by name until the login is answered, by the number from that answer afterwards. */
    readonly identifier?: string;
    readonly tinyid?: string;
  };
  readonly body: object;
}

/** The body of an answer, or `null` for none at all: the SDK then waits, and gives up after 15 seconds. */
export type Answer = object | null;

/** An event of the service within a push; `Event` says which. */
export interface PushEvent {
  readonly Event: number;
  readonly [field: string]: unknown;
}

export interface WireElement {
  readonly MsgType: string;
  readonly MsgContent: object;
}

/** What a group tip says, where a message has its elements; `OpType` says which fields. */
export interface TipBody {
  readonly OpType: number;
  readonly [field: string]: unknown;
}

/** A message as the service stores it and hands it out. Times are in seconds. */
export interface WireMessage {
  readonly From_Account: string;
  /** C2C only. */
  readonly To_Account?: string;
  /** Groups only. */
  readonly ToGroupId?: string;
  /** Groups: given by the service, dense. C2C: by the sender's client. */
  readonly MsgSeq: number;
  readonly MsgRandom: number;
  readonly MsgTimeStamp: number;
  readonly MsgClientTime: number;
  /** In groups also a tip's, when Event is 4. */
  readonly MsgBody: readonly WireElement[] | TipBody;
  readonly CloudCustomData: string;
  readonly TinyId: string;
  readonly MsgVersion: number;
  readonly From_AccountNick: string;
  readonly From_AccountHeadurl: string;
  /** C2C: 8 when recalled. */
  MsgFlagBits?: number;
  /** Groups: 1 when nothing but its place is left, 2 when recalled. */
  IsPlaceMsg?: number;
  RevokerInfo?: { readonly Revoker_Account: string };
  readonly GroupInfo?: object;
  readonly Event?: number;
  /** 1: the sender wants a receipt, C2C and in groups. */
  readonly IsNeedReadReceipt?: number;
  readonly NeedReadReceipt?: number;
  readonly SupportMessageExtension?: number;
  /** C2C: 0 when it is for who is connected only; groups say it by the flag, 1. */
  readonly MsgLifeTime?: number;
  readonly OnlineOnlyFlag?: number;
}

/** An answer that says yes. */
export function ok(fields: object = {}): Answer {
  return { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ...fields };
}

/** An answer that says no, with the service's error code. */
export function refuse(code: number): Answer {
  return { ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: 'refused by the stand-in' };
}

export function textElement(text: string): WireElement {
  return { MsgType: 'TIMTextElem', MsgContent: { Text: text } };
}
