/**
 * Measures everything side by side, prints the ratios, writes `results.json` and draws the plots of `docs/performance.md`.
 * Each library runs in a process of its own, in turns, several rounds; what counts is the median.
 *
 *   npm run bench                 all of it
 *   npm run bench -- --rounds 1   a quick look
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { groups } from './jobs.ts';
import type { Job, Measured } from './measure.ts';
import { median } from './measure.ts';
import { drawPlots } from './plots.ts';
import type { MemoryResult, Results, SoakResult, Target } from './results.ts';
import { targetsOf } from './targets.ts';
import { writeFigures } from './write-figures.ts';

/** What measures and draws, and what the vendor's library wants beside it. */
const TOOLS: ReadonlySet<string> = new Set([
  'tsx',
  '@observablehq/plot',
  'linkedom',
  'tim-profanity-filter-plugin',
  'tim-upload-plugin',
]);

const at = process.argv.indexOf('--rounds');
const rounds = at < 0 ? 3 : Number(process.argv[at + 1]);
if (!(rounds >= 1)) throw new Error('--rounds wants a number, at least 1');
const machine = machineOf();
const versions = versionsOf();

/** Runs a script of this folder, and answers the JSON that it prints last, whether it is content with that or not. */
function run(script: string, ...args: string[]): unknown {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', script, ...args],
    {
      cwd: import.meta.dirname,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
    },
  );
  try {
    // Some libraries write lines of their own.
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1, stdout.lastIndexOf('}') + 1));
  } catch {
    throw new Error(`${script} ${args.join(' ')} failed:\n${stderr}`);
  }
}

const times = new Map<Job, number[]>();
for (let round = 1; round <= rounds; round++)
  for (const job of groups.flat()) {
    const { us } = run('child.ts', JSON.stringify(job)) as Measured;
    times.set(job, [...(times.get(job) ?? []), us]);
    console.log(`${round}/${rounds}  ${nameOf(job).padEnd(60)} ${us.toFixed(1).padStart(12)} µs`);
  }
const measured = [...times].map(([job, us]): Measured => ({ ...job, us: Number(median(us).toPrecision(4)) }));

console.log('memory, and a soak of 1,000,000 events, which takes a minute');
const memory = run('memory.ts') as MemoryResult;
const soak = run('soak.ts') as SoakResult;
const targets = targetsOf(measured, memory, soak).map((target) => ({
  ...target,
  ratio: Number(target.ratio.toPrecision(3)),
}));

const results: Results = {
  machine,
  versions,
  rounds,
  measured,
  memory,
  soak,
  targets,
};
writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, undefined, 2)}\n`);
await drawPlots(results);
writeFigures(results);

console.log(`\n${JSON.stringify(results.machine)}\n${JSON.stringify(results.versions)}\n`);
for (const target of targets) console.log(lineOf(target));
const missed = targets.filter(({ isMet }) => !isMet).length;
console.log(`\n${targets.length - missed} of ${targets.length} targets are met`);
process.exitCode = missed > 0 ? 1 : 0;

function nameOf({ library, operation, size, conversations, isGroup }: Job): string {
  const more = [conversations && `${conversations} conversations`, isGroup && 'a group'].filter(Boolean);
  return [library, operation, size, ...more].join(' ');
}

function lineOf({ what, ratio, limit, aim, isLeast, isMet }: Target): string {
  return `${isMet ? 'ok  ' : 'MISS'}  ${what.padEnd(70)} ${String(ratio).padStart(8)}  (${isLeast ? 'at least' : 'at most'} ${limit}${aim === undefined ? '' : `, aim ${aim}`})`;
}

function machineOf(): Results['machine'] {
  const [cpu] = cpus();
  return {
    node: process.version,
    v8: process.versions.v8,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
  };
}

/** Of this library and of those that it is measured beside. */
function versionsOf(): Results['versions'] {
  const read = (path: string): { version: string; dependencies?: object; devDependencies?: object } =>
    JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as never;
  const own = read('../package.json');
  const peers = Object.keys(read('package.json').devDependencies ?? {}).filter((name) => !TOOLS.has(name));
  return Object.fromEntries([
    ['tim-reactive', own.version],
    ...Object.keys(own.dependencies ?? {}).map((name) => [
      name,
      read(`../node_modules/${name}/package.json`).version,
    ]),
    ...peers.map((name) => [name, read(`node_modules/${name}/package.json`).version]),
  ]) as Results['versions'];
}
