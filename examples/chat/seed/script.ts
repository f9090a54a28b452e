import type { TextToSend } from 'tim-reactive/memory';

/** Seconds between two lines, and what an empty line adds: the pause to another time of day. */
const STEP = 70;
const PAUSE = 5 * 3600;

interface Scene {
  /** Who the words before the colons are. */
  readonly cast: Readonly<Record<string, string>>;
  /** Where a line of this user goes: the peer or the group. */
  readonly to: (from: string) => string;
  /** When the last line was said, seconds. */
  readonly endTime: number;
}

/** Reads a conversation written as lines `name: text`, oldest first, empty lines where time passes. */
export function readScript(script: string, { cast, to, endTime }: Scene): readonly TextToSend[] {
  let ago = 0;
  const texts = script
    .trim()
    .split('\n')
    .reverse()
    .flatMap((line, index) => {
      if (line === '') ago += PAUSE;
      const [name = '', ...words] = line.split(': ');
      const from = cast[name];
      if (from === undefined) return [];
      // Not like clockwork: some answers take longer than others.
      ago += STEP + (index % 3) * 45;
      return [{ from, to: to(from), text: words.join(': '), time: endTime - ago }];
    });
  return texts.reverse();
}
