// The little of a browser that the SDKs need in Node: a `window` that says 'online' and 'offline', storage, and
// a WebSocket that leads to the stand-in of the cloud. Nothing reaches the network.
//
// 2.x looks at `window` once, while it loads: call installEnv() first and import the packages afterwards.

import { openSocket, type SocketHost } from './cloud/socket.ts';

export interface Env {
  /** What the sockets of the SDK with this SDKAppID talk to; `undefined` refuses them. */
  readonly setHost: (sdkAppID: number, host: SocketHost | undefined) => void;
  /** Fires 'online' or 'offline' on `window`; every SDK of the process hears it, as in a page. */
  readonly setOnline: (online: boolean) => void;
}

const hosts = new Map<number, SocketHost>();
const listeners = new Map<string, Set<(event: { readonly type: string }) => void>>();
let installed: Env | undefined;

/** Puts the stubs on `globalThis`, the first time it is called. They stay for the life of the process. */
export function installEnv(): Env {
  installed ??= install();
  return installed;
}

function install(): Env {
  const navigator = { userAgent: 'Mozilla/5.0 (stand-in) Chrome/120', onLine: true, cookieEnabled: true };
  const stubs: Readonly<Record<string, unknown>> = {
    window: globalThis,
    navigator,
    location: { protocol: 'http:', host: '127.0.0.1', hostname: '127.0.0.1', href: 'http://127.0.0.1/' },
    document: { charset: 'UTF-8', characterSet: 'UTF-8', ...events(), getElementById: () => null },
    localStorage: storage(),
    ...events(),
    XMLHttpRequest: emptyRequests(() => navigator.onLine),
    fetch: () => Promise.reject(new TypeError('offline')),
    HTMLInputElement: class {},
    WebSocket: socketClass(),
    Worker: undefined, // with a Worker the SDK would open its socket in there
  };
  for (const [name, value] of Object.entries(stubs)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  return {
    setHost(sdkAppID, host) {
      if (host) hosts.set(sdkAppID, host);
      else hosts.delete(sdkAppID);
    },
    setOnline(online) {
      navigator.onLine = online;
      const type = online ? 'online' : 'offline';
      for (const listener of listeners.get(type) ?? []) {
        try {
          listener({ type });
        } catch {
          // 3.x listens on when it is destroyed, and fails; in a browser, too, the others are called all the same
        }
      }
    },
  };
}

function events() {
  return {
    addEventListener(type: string, listener: (event: { readonly type: string }) => void) {
      listeners.set(type, (listeners.get(type) ?? new Set()).add(listener));
    },
    removeEventListener(type: string, listener: (event: { readonly type: string }) => void) {
      listeners.get(type)?.delete(listener);
    },
  };
}

function storage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: unknown) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
  };
}

/** A WebSocket class whose sockets are answered by the host of the SDKAppID in their address. */
function socketClass() {
  function Socket(address: string) {
    return openSocket(address, hosts.get(Number(new URL(address).searchParams.get('sdkappid'))));
  }
  return Object.assign(Socket, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 });
}

/**
 * The SDKs download their error texts and probe the network by XHR: while online they get an empty answer, so that error
 * messages are empty, else none.
 */
function emptyRequests(online: () => boolean) {
  return class {
    readyState = 0;
    status = 0;
    readonly responseText = '';
    onreadystatechange: (() => void) | undefined;
    onerror: ((error: Error) => void) | undefined;
    open() {}
    setRequestHeader() {}
    abort() {}
    getAllResponseHeaders() {
      return '';
    }
    send() {
      setTimeout(() => {
        this.readyState = 4;
        this.status = online() ? 200 : 0;
        this.onreadystatechange?.();
        if (this.status === 0) this.onerror?.(new Error('offline'));
      }, 0);
    }
  };
}
