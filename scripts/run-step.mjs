import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/**
 * @import { Step, Tests } from './steps.mjs'
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {Count & { output: string }} Result
 */

const path = [resolve('node_modules/.bin'), process.env['PATH']].join(delimiter);
const environment = { ...process.env, PATH: path, NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * @param {string} command
 * @param {Record<string, string>} [env]
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(command, env) {
  return new Promise((done) => {
    const options = { shell: true, env: { ...environment, ...env } };
    const child = spawn(command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data));
    child.on('close', (code) => done({ ok: code === 0, output }));
  });
}

/**
 * What count-reporter.mjs wrote: undefined when the run died before its end.
 *
 * @param {string} file
 * @returns {Record<string, Count> | undefined}
 */
function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs Vitest projects and sums their tests. A project that ran no test has failed, and so has a run that ends badly
 * though no test did.
 *
 * @param {Tests} step
 * @returns {Promise<Result>}
 */
async function runTests({ name, projects, env }) {
  mkdirSync('out', { recursive: true });
  const file = resolve(`out/${name}-counts.json`);
  rmSync(file, { force: true });

  const flags = projects.map((project) => `--project ${project}`).join(' ');
  const reporters = '--reporter default --reporter ./scripts/count-reporter.mjs';
  const { ok, output } = await run(`vitest run ${flags} ${reporters}`, { ...env, COUNTS_FILE: file });

  const counts = readCounts(file) ?? {};
  // What passed would hide what failed, where only the beginning of a log is kept.
  const rest = output.split('\n').filter((line) => !line.startsWith(' ✓'));
  const result = { passed: 0, failed: 0, skipped: 0, output: rest.join('\n') };
  for (const count of Object.values(counts)) {
    result.passed += count.passed;
    result.failed += count.failed;
    result.skipped += count.skipped;
  }
  for (const project of projects) {
    const { passed = 0, failed = 0 } = counts[project] ?? {};
    if (passed + failed > 0) continue;
    result.failed += 1;
    result.output += `\nNo test of the project "${project}" ran.\n`;
  }
  if (!ok && result.failed === 0) result.failed = 1;
  return result;
}

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
export async function runStep(step) {
  if ('projects' in step) return runTests(step);
  const { ok, output } = await run(step.check);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output };
}
