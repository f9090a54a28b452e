import type { Socket, SocketHost } from './socket.ts';
import type { Answer, Frame, PushEvent } from './wire.ts';

/** One SDK instance's way to the cloud: the sockets it opens one after the other, and who is logged in on them. */
export interface Line extends SocketHost {
  /** The user logged in, while a socket is open. */
  readonly userID: () => string | undefined;
  /** Set by the login and logout commands. */
  readonly setUser: (userID: string | undefined) => void;
  /** How far the user's inbox has been handed over; see `openim.getmsg`. */
  readonly mark: () => number;
  readonly setMark: (mark: number) => void;
  readonly push: (event: PushEvent, command?: string) => void;
  /** Loses all pushes until the returned function is called, though the connection holds. */
  readonly losePushes: () => () => void;
  /** Loses the connection; a new one opens at once. */
  readonly cut: () => void;
  /** Loses the connection, and refuses new ones until it is back. */
  readonly setOnline: (online: boolean) => void;
  /** What the SDK has sent by a command, oldest first. */
  readonly requests: (command: string) => readonly object[];
  /** Replaces the answers to a command until the returned function is called; `undefined` leaves one as it is. */
  readonly answer: (command: string, reply: (body: object) => Answer | undefined) => () => void;
  /** Keeps the answers to a command back until the returned function is called. */
  readonly hold: (command: string) => () => void;
}

/** `respond` is the cloud: it is asked in a later task than the SDK sent the frame in, and answers at once. */
export function createLine(respond: (line: Line, frame: Frame) => Answer): Line {
  const sockets = new Set<Socket>();
  const received: Frame[] = [];
  const replies = new Map<string, (body: object) => Answer | undefined>();
  const held = new Map<string, (() => void)[]>();
  let online = true;
  let losing = false;
  let userID: string | undefined;
  let mark = 0;

  const cut = () => {
    for (const socket of sockets) socket.drop();
  };
  const answerTo = (socket: Socket, frame: Frame) => {
    const { servcmd, seq } = frame.head;
    const reply = replies.get(servcmd)?.(frame.body);
    const answer = reply === undefined ? respond(line, frame) : reply;
    if (!answer) return;
    const queue = held.get(servcmd);
    const body = queue ? structuredClone(answer) : answer; // as it was when it was asked for
    const send = () => socket.deliver({ head: { servcmd, seq }, body });
    if (queue) queue.push(send);
    else send();
  };
  const line: Line = {
    online: () => online,
    opened: (socket) => void sockets.add(socket),
    closed(socket) {
      sockets.delete(socket);
      if (sockets.size === 0) userID = undefined;
    },
    received(socket, frame) {
      received.push(frame);
      setTimeout(() => answerTo(socket, frame), 0); // in a later task, so that a fault in there is not the SDK's
    },
    userID: () => userID,
    setUser: (next) => void (userID = next),
    mark: () => mark,
    setMark: (next) => void (mark = next),
    push(event, command = 'im_open_push.msg_push') {
      if (losing) return;
      const frame = { head: { servcmd: command, seq: 0 }, body: { NeedAck: 0, EventArray: [event] } };
      for (const socket of sockets) socket.deliver(frame);
    },
    losePushes() {
      losing = true;
      return () => {
        losing = false;
      };
    },
    cut,
    setOnline(next) {
      online = next;
      if (!online) cut();
    },
    requests: (command) => received.filter(({ head }) => head.servcmd === command).map(({ body }) => body),
    answer(command, reply) {
      replies.set(command, reply);
      return () => void replies.delete(command);
    },
    hold(command) {
      const queue: (() => void)[] = [];
      held.set(command, queue);
      return () => {
        held.delete(command);
        for (const send of queue) send();
      };
    },
  };
  return line;
}
