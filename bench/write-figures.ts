/**
 * Fills what stands between markers in `docs/performance.md`, `<!-- bench:append -->` to `<!-- /bench -->`, with tables
 * of `results.json`. It needs nothing but Node. By itself it fills the page anew, without measuring:
 *
 *   cd bench; node --import tsx write-figures.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Measured, Operation } from './measure.ts';
import type { Results, Target } from './results.ts';

const PAGE = new URL('../docs/performance.md', import.meta.url);
const RESULTS = new URL('results.json', import.meta.url);
const OURS = 'tim-reactive';
const LIMIT = 'mutable';

type Row = readonly string[];

/** What each marker stands for. */
const BLOCKS: Readonly<Record<string, (results: Results) => string>> = {
  machine: ({ machine, versions, rounds }) => {
    const { node = '', platform = '', cpu = '', cores = '', memoryGB = '' } = machine;
    const packages = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
    const medians = rounds === 1 ? 'one round' : `medians of ${rounds} rounds`;
    return [
      `Node ${String(node).slice(1)}, ${platform}, ${cores} cores of ${cpu}, ${memoryGB} GB; ${medians}.`,
      `${packages.join(', ')}.`,
    ].join('\n');
  },
  append: ({ measured }) => bySize(measured, 'append', 'loaded messages'),
  list: ({ measured }) => bySize(measured, 'list', 'rows'),
  page: ({ measured }) => bySize(measured, 'page', 'messages paged through'),
  operations: ({ measured }) => growthTable(measured, ['append', 'insert', 'update', 'prepend', 'burst']),
  elsewhere: ({ measured }) =>
    table(
      ['a message', 'µs'],
      measured
        .filter((one) => one.conversations !== undefined || one.isGroup === true)
        .map(({ conversations, isGroup, size, us }) => [
          `${isGroup === true ? 'in a group' : `among ${withCommas(conversations ?? 0)} conversations`}, ${withCommas(size)} loaded`,
          rounded(us),
        ]),
    ),
  memory: ({ memory }) =>
    table(
      ['bytes a message', 'store', 'plain copy', 'times'],
      memory.result.map(({ what, bytes, plain, ratio }) => [
        what,
        withCommas(bytes),
        withCommas(plain),
        String(ratio),
      ]),
    ),
  soak: ({ soak: { events, heapMB, growth, virtualHours } }) => {
    const [, second = 0] = heapMB;
    const last = heapMB[heapMB.length - 1] ?? 0;
    return `After ${withCommas(events / 5)} events the heap had ${rounded(second)} MB, after ${withCommas(events)}, ${virtualHours} hours of the store's clock, ${rounded(last)} MB: ${growth} times as much.`;
  },
  missed: ({ targets }) => {
    const missed = targets.filter(({ isMet }) => !isMet);
    return missed.length === 0
      ? `In this run all ${targets.length} are met.`
      : `In this run ${missed.length} of ${targets.length} are not met:\n\n${targetTable(missed)}`;
  },
  targets: ({ targets }) => targetTable(targets),
};

const BLOCK = /(<!-- bench:(\w+) -->\n).*?(<!-- \/bench -->)/gs;

/** The page with each of its blocks filled. Throws where there is no such block. */
export function fillFigures(page: string, results: Results): string {
  return page.replace(BLOCK, (_, begin: string, name: string, end: string) => {
    const write = BLOCKS[name];
    if (write === undefined) throw new Error(`no block is called ${name}`);
    return `${begin}\n${write(results)}\n\n${end}`;
  });
}

/** Fills the blocks of `docs/performance.md`. */
export function writeFigures(results: Results): void {
  writeFileSync(PAGE, fillFigures(readFileSync(PAGE, 'utf8'), results));
}

/** What a library is called in tables and figures. */
export function titleOf(library: string): string {
  return { [LIMIT]: 'mutable limit', 'plain-array': '[...list, message]' }[library] ?? library;
}

/** 100,000. */
export function withCommas(number: number): string {
  return number.toLocaleString('en-US');
}

/** Two digits, or all before the point. */
function rounded(number: number): string {
  return number < 100 ? String(Number(number.toPrecision(2))) : withCommas(Math.round(number));
}

/** A row for each library, a column for each size, in microseconds. */
function bySize(measured: readonly Measured[], operation: Operation, head: string): string {
  const all = measured.filter((one) => one.operation === operation && isPlain(one));
  const sizes = [...new Set(all.map(({ size }) => size))];
  const us = (library: string, size: number): number | undefined =>
    all.find((one) => one.library === library && one.size === size)?.us;
  const rows = [...new Set(all.map(({ library }) => library))].map((library): Row => {
    const title = library === OURS ? `**${OURS}**` : titleOf(library);
    return [title, ...sizes.map((size) => cellOf(us(library, size)))];
  });
  return table([`µs, by ${head}`, ...sizes.map(withCommas)], rows);
}

/** At 1,000 and at 100,000 loaded messages, beside the limit. */
function growthTable(measured: readonly Measured[], operations: readonly Operation[]): string {
  const us = (library: string, operation: Operation, size: number): number =>
    measured.find(
      (one) => one.library === library && one.operation === operation && one.size === size && isPlain(one),
    )?.us ?? Number.NaN;
  const rows = operations.map((operation): Row => {
    const [few, many] = [us(OURS, operation, 1000), us(OURS, operation, 100_000)];
    const limits = [us(LIMIT, operation, 1000), us(LIMIT, operation, 100_000)];
    return [operation, rounded(few), rounded(many), rounded(many / few), ...limits.map(rounded)];
  });
  return table(['µs', '1,000 loaded', '100,000 loaded', 'growth', 'limit, 1,000', 'limit, 100,000'], rows);
}

function isPlain({ conversations, isGroup }: Measured): boolean {
  return conversations === undefined && isGroup !== true;
}

function targetTable(targets: readonly Target[]): string {
  return table(
    ['times', 'measured', 'wanted', 'aim', ''],
    targets.map(({ what, ratio, limit, aim, isLeast, isMet }) => [
      what,
      String(ratio),
      `${isLeast ? 'at least' : 'at most'} ${limit}`,
      aim === undefined ? '' : String(aim),
      isMet ? 'met' : '**missed**',
    ]),
  );
}

function cellOf(us: number | undefined): string {
  return us === undefined ? '' : rounded(us);
}

function table(head: Row, rows: readonly Row[]): string {
  const lineOf = (cells: Row): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(lineOf).join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFigures(JSON.parse(readFileSync(RESULTS, 'utf8')) as Results);
