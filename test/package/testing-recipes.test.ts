import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = 'examples/testing';
const page = readFileSync('docs/testing.md', 'utf8');
const blocks = [...page.matchAll(/^```(?:\w+)\n(.*?)^```$/gms)].map(([, code = '']) => code);

describe('docs/testing.md', () => {
  it.each(readdirSync(folder).filter((file) => /[.](tsx?|vue)$/.test(file)))(
    'quotes %s as it is, or the end of it',
    (file) => {
      const code = readFileSync(`${folder}/${file}`, 'utf8');
      const quoted = blocks.filter((block) => block.length > 200 && code.endsWith(block));
      expect(quoted).toHaveLength(1);
    },
  );
});
