import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../bench/results.ts';
import { fillFigures } from '../../bench/write-figures.ts';

const page = readFileSync('docs/performance.md', 'utf8');
const filled = /<!-- bench:(\w+) -->\n(.*?)<!-- \/bench -->/gs;

describe('the figures of docs/performance.md', () => {
  it('are those of the benchmark', () => {
    const results = JSON.parse(readFileSync('bench/results.json', 'utf8')) as Results;
    expect([...page.matchAll(filled)].length).toBeGreaterThan(0);
    expect(fillFigures(page, results)).toBe(page);
  });

  it('stand nowhere else in the page', () => {
    const written = page.replaceAll(filled, '');
    expect(written).not.toMatch(/<!--/);
    expect(written.match(/[\d.,]+ ?(µs|kB|MB|bytes|times)/g)).toBeNull();
  });

  it('are drawn, too', () => {
    const drawn = [...page.matchAll(/\]\((figures\/[^)]+)\)/g)].map(([, path = '']) => path);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.filter((path) => !existsSync(`docs/${path}`))).toEqual([]);
  });
});
