import type { ActionContext } from '../action-context.ts';

/** Tells what a send that failed has to know of the network. */
export interface NetworkWatch {
  /** Looks from now on; the answer tells whether the network was down at any time since. */
  readonly watch: () => () => boolean;
  /** Resumes when the network is up, or is worth another try. The answer does so at once. */
  readonly wait: (resume: () => void) => () => void;
}

/** Milliseconds after which it is tried again without the network: 2.x and 3.x may only connect when they are called. */
const PAUSE = 3000;

/** A watch over the network of one store. */
export function createNetworkWatch({
  clock,
  committed$,
  getState,
}: Pick<ActionContext, 'clock' | 'committed$' | 'getState'>): NetworkWatch {
  const isUp = (): boolean => getState().session.network === 'connected';
  const waiting = new Set<() => void>();
  let outages = 0;
  committed$.subscribe((event) => {
    if (event.type !== 'NET_STATE_CHANGE') return;
    if (event.data.state !== 'connected') outages += 1;
    else for (const go of waiting) go();
  });
  return {
    watch: () => {
      const wasUp = isUp();
      const before = outages;
      return () => !wasUp || outages > before;
    },
    wait: (resume) => {
      const go = (): void => {
        stop();
        waiting.delete(go);
        resume();
      };
      const stop = clock.setTimeout(go, isUp() ? 0 : PAUSE);
      waiting.add(go);
      return go;
    },
  };
}
