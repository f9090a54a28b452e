/** A text message as the server keeps it: once, whoever reads it. */
export interface StoredMessage {
  readonly ID: string;
  /** Counts all messages of the server, in the order in which they came in. */
  readonly serial: number;
  readonly conversationType: 'C2C' | 'GROUP';
  readonly from: string;
  /** A user ID or a group ID. */
  readonly to: string;
  /** Server time, seconds. */
  readonly time: number;
  /** Group: dense, given by the server. C2C: the sender's own counter, not comparable between users. */
  readonly sequence: number;
  readonly clientSequence: number;
  readonly random: number;
  readonly clientTime: number;
  readonly senderTinyID: string;
  readonly type: string;
  readonly payload: { readonly text: string };
  readonly cloudCustomData: string;
  readonly priority: string;
  /** The sender's, at the time of sending. */
  readonly nick: string;
  readonly avatar: string;
  /** Who recalled it, once somebody has. */
  revoker: string | undefined;
}
