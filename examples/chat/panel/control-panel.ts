import type { ConversationID, TimStore } from 'tim-reactive';
import { selectSession } from 'tim-reactive';
import type { MemorySdk, MemoryServer } from 'tim-reactive/memory';
import { FLOOD_SIZE, flood } from './flood.ts';
import { createMenu } from './menu.ts';
import { deedsTo } from './others.ts';
import type { Refusals } from './refusals.ts';
import { REFUSAL } from './refusals.ts';

/** Whose client is tormented. */
interface Victim {
  readonly userID: string;
  readonly name: string;
  readonly sdk: MemorySdk;
  readonly store: TimStore;
  readonly openID: () => ConversationID | undefined;
  readonly refusals: Refusals;
}

/** A strip of buttons that do to one client what a bad day does: plain DOM, fed by the store's observables. */
export function mountControlPanel(element: Element, server: MemoryServer, victim: Victim): void {
  const { userID, name, sdk, store, openID, refusals } = victim;
  const network = server.network(sdk);
  const status = document.createElement('span');
  status.className = 'controls-status';
  status.setAttribute('role', 'status');
  const tell = (text: string): void => void (status.textContent = text);

  const networkSwitch = button('Network', () => {
    if (network.isUp()) network.cut();
    else network.restore();
  });
  networkSwitch.setAttribute('role', 'switch');
  const failing = button('Fail next send', () => {
    if (failing.getAttribute('aria-pressed') === 'true') return;
    refusals.begin(userID);
    failing.setAttribute('aria-pressed', 'true');
    tell(`${name}’s next message will be refused.`);
  });
  const kick = button('Kick out', () => {
    server.kick(userID);
    tell(`${name} was kicked out.`);
  });
  const flooding = button('Flood', () => {
    const target = openID();
    if (target === undefined) tell('Open a conversation first.');
    else {
      flood(server, userID, target);
      tell(`${FLOOD_SIZE} messages are coming.`);
    }
  });

  const deeds = deedsTo(server, userID, name).map(({ label, act }) =>
    button(label, () => {
      try {
        tell(act());
      } catch {
        tell('That cannot be done now.');
      }
    }),
  );

  element.setAttribute('role', 'group');
  element.setAttribute('aria-label', `Controls for ${name}`);
  element.append(networkSwitch, failing, kick, flooding, ...createMenu('Others', deeds), status);

  store.select(selectSession).subscribe(({ network: state, status }) => {
    networkSwitch.setAttribute('aria-checked', String(state === 'connected'));
    kick.disabled = status !== 'ready';
  });
  store.streams.changes$.subscribe(({ messages }) => {
    const hasFailed = messages.some(({ updated }) => updated.some(({ error }) => error?.sdkCode === REFUSAL));
    if (!hasFailed) return;
    refusals.end(userID);
    failing.setAttribute('aria-pressed', 'false');
  });
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}
