import type { Frame } from './wire.ts';

/** The far end of a socket. */
export interface SocketHost {
  readonly online: () => boolean;
  readonly opened: (socket: Socket) => void;
  readonly closed: (socket: Socket) => void;
  readonly received: (socket: Socket, frame: Frame) => void;
}

/** The far end's view of one WebSocket. */
export interface Socket {
  readonly deliver: (frame: Frame) => void;
  /** Closes it from outside, as a lost connection does. */
  readonly drop: () => void;
}

/** What an SDK uses of a WebSocket. */
export interface WebSocketLike {
  readyState: number;
  onopen: ((event: { readonly type: string }) => void) | null;
  onmessage: ((event: { readonly data: string | ArrayBuffer }) => void) | null;
  onerror: ((event: { readonly type: string }) => void) | null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null;
  readonly send: (data: string | ArrayBuffer | Uint8Array) => void;
  readonly close: () => void;
}

/** Opens a WebSocket to `host` in the next macrotask, or fails it then when there is none or it is offline. */
export function openSocket(address: string, host: SocketHost | undefined): WebSocketLike {
  const binary = address.includes('/binfo');
  const web: WebSocketLike = {
    readyState: 0,
    onopen: null,
    onmessage: null,
    onerror: null,
    onclose: null,
    send(data) {
      if (web.readyState === 1) host?.received(socket, decode(data));
    },
    close: () => close(1000),
  };
  const socket: Socket = {
    deliver(frame) {
      if (web.readyState === 1) web.onmessage?.({ data: encode(frame, binary) });
    },
    drop: () => close(1006),
  };
  const close = (code: number): void => {
    if (web.readyState === 3) return;
    const refused = web.readyState === 0;
    web.readyState = 3;
    host?.closed(socket);
    setTimeout(() => {
      if (refused) web.onerror?.({ type: 'error' });
      web.onclose?.({ code, reason: '' });
    }, 0);
  };
  setTimeout(() => {
    if (web.readyState !== 0) return;
    if (!host?.online()) return close(1006);
    web.readyState = 1;
    host.opened(socket);
    web.onopen?.({ type: 'open' });
  }, 0);
  return web;
}

function decode(data: string | ArrayBuffer | Uint8Array): Frame {
  return JSON.parse(typeof data === 'string' ? data : new TextDecoder().decode(data)) as Frame;
}

function encode(frame: Frame, binary: boolean): string | ArrayBuffer {
  const json = JSON.stringify(frame);
  return binary ? new TextEncoder().encode(json).buffer : json;
}
