import { readFileSync } from 'node:fs';
import type { Difference } from './differences.ts';
import type { Flavour } from './packages.ts';

/** A difference that is known. In all but the reason, `*` stands for anything. */
export interface Row extends Difference {
  /** A flavour, or both. */
  readonly flavour: string;
  readonly scenario: string;
  readonly reason: string;
}

/** The rows of the tables in docs/reference/likeness.md. */
export function readTable(): readonly Row[] {
  const text = readFileSync(new URL('../../docs/reference/likeness.md', import.meta.url), 'utf8');
  return rowsOf(text);
}

/** The rows of all Markdown tables of six columns, without their heads. */
export function rowsOf(markdown: string): readonly Row[] {
  return markdown.split('\n').flatMap((line) => {
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map(contentOf);
    const [flavour = '', scenario = '', path = '', embedded = '', real = '', reason = ''] = cells;
    const isRow = cells.length === 6 && scenario !== 'scenario' && !/^-+$/.test(scenario);
    return isRow ? [{ flavour, scenario, path, embedded, real, reason }] : [];
  });
}

/** Without the back-quotes around it, and the backslashes before bars. */
const contentOf = (cell: string): string =>
  cell
    .trim()
    .replace(/^`(.*)`$/, '$1')
    .replaceAll('\\|', '|');

/** Whether a row lists this difference. */
export function lists(row: Row, flavour: Flavour, scenario: string, difference: Difference): boolean {
  return (
    fits(row.flavour, flavour) &&
    fits(row.scenario, scenario) &&
    fits(row.path, difference.path) &&
    fits(row.embedded, difference.embedded) &&
    fits(row.real, difference.real)
  );
}

function fits(pattern: string, text: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(text);
}
