/**
 * Runs everything that has to hold, two steps at a time, and prints as its last line `N passed, N failed`: the tests,
 * and one for each check. Whatever fails, the other steps still run. `npm test -- lint unit` runs these steps only.
 */
import { ensureChromium, howToGetChromium } from './chromium.mjs';
import { runStep } from './run-step.mjs';
import { steps } from './steps.mjs';

/**
 * @import { Step } from './steps.mjs'
 * @import { Count, Result } from './run-step.mjs'
 */

const names = process.argv.slice(2);
const unknown = names.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  throw new Error(`no step ${unknown.join(', ')}; there are ${steps.map((step) => step.name).join(', ')}`);
}
const chosen = steps.filter((step) => names.length === 0 || names.includes(step.name));

/** Begun at once, as it may have to be installed. */
const chromium = chosen.some((step) => 'chromium' in step) ? ensureChromium() : undefined;

/** @type {Map<string, Promise<Result>>} */
const results = new Map();

/** @param {Step} step @returns {Promise<Result>} */
async function begin(step) {
  const before = step.after === undefined ? undefined : await results.get(step.after);
  if (before !== undefined && before.failed > 0) {
    return { passed: 0, failed: 1, skipped: 0, output: `not run, as ${step.after} failed` };
  }
  if ('chromium' in step && (await chromium) === undefined) {
    const result = { passed: 0, failed: 0, skipped: 0, output: `no Chromium: ${howToGetChromium}` };
    return process.env['CI'] === 'true' ? { ...result, failed: 1 } : { ...result, skipped: 1 };
  }
  return runStep(step);
}

/** @param {Count} count */
const summary = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const queue = [...chosen];

async function lane() {
  for (let step = queue.shift(); step !== undefined; step = queue.shift()) {
    const start = performance.now();
    const running = begin(step);
    results.set(step.name, running);
    const result = await running;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const outcome = result.failed > 0 ? 'FAIL' : result.skipped > 0 && result.passed === 0 ? 'skip' : 'ok';
    console.log(
      `${outcome.padEnd(4)}  ${step.name.padEnd(14)}  ${seconds.padStart(6)} s  ${summary(result)}`,
    );
    if (outcome !== 'ok') console.log(`\n${result.output.trim()}\n`);
  }
}

await Promise.all([lane(), lane()]);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const result of await Promise.all(results.values())) {
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
}
if (total.skipped > 0) console.log(`\n${total.skipped} skipped, for the reason above`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
