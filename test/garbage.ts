import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');
const gc = runInNewContext('gc') as () => void;

/** So many tasks what is garbage may take to be collected: promises and finalizers go first. */
const TASKS = 20;

/** Things that are watched without being held. */
export interface Watched {
  /** Watches this, too; it is the answer. */
  readonly watch: <T extends object>(thing: T) => T;
  /** How many of them are still there, after what is garbage was collected: asks until there are at most so many. */
  readonly left: (atMost?: number) => Promise<number>;
}

/** Watches nothing yet. */
export function createWatch(): Watched {
  const refs: WeakRef<object>[] = [];
  const count = (): number => refs.filter((ref) => ref.deref() !== undefined).length;
  return {
    watch: (thing) => {
      refs.push(new WeakRef(thing));
      return thing;
    },
    left: async (atMost = 0) => {
      let left = refs.length;
      // A reference that was looked at lasts until the task ends.
      for (let task = 0; task < TASKS && left > atMost; task++) {
        await new Promise((resolve) => setImmediate(resolve));
        gc();
        left = count();
      }
      return left;
    },
  };
}
