// The embedded SDK is as the vendor's packages are, but for what docs/reference/likeness.md lists.

import { describe, expect, it } from 'vitest';
import { type Difference, differencesOf } from './differences.ts';
import { playEmbedded } from './embedded-stage.ts';
import { lists, readTable, type Row } from './likeness-table.ts';
import { type Flavour, flavours } from './packages.ts';
import { playReal } from './real-stage.ts';
import { scenarios } from './scenarios/index.ts';

const table = readTable();
const needed = new Set<Row>();
let played = 0;

const asRow = (flavour: Flavour, scenario: string, { path, embedded, real }: Difference): string =>
  `| ${flavour} | ${scenario} | \`${path}\` | \`${embedded}\` | \`${real}\` |`;

describe.each(flavours)('the embedded SDK of flavour %s', (flavour) => {
  it.each(scenarios)('is like the package in the scenario $name', async (scenario) => {
    const real = await playReal(scenario, flavour);
    const embedded = await playEmbedded(scenario, flavour);
    played += 1;
    const unlisted = differencesOf(embedded, real).filter((difference) => {
      const rows = table.filter((row) => lists(row, flavour, scenario.name, difference));
      for (const row of rows) needed.add(row);
      return rows.length === 0;
    });
    expect(unlisted.map((difference) => asRow(flavour, scenario.name, difference))).toEqual([]);
  });
});

describe('the table', () => {
  it('has no row that nothing needs', () => {
    // Some scenarios alone, as with a filter, say nothing about it.
    const isComplete = played === scenarios.length * flavours.length;
    expect(isComplete ? table.filter((row) => !needed.has(row)) : []).toEqual([]);
  });
});
