/**
 * A step of `npm test`: one check, which is a command that succeeds or fails, or the tests of some Vitest projects.
 * `after` names the step that has to succeed before.
 *
 * @typedef {{ name: string, after?: string }} Common
 * @typedef {Common & { check: string }} Check
 * @typedef {Common & { projects: readonly string[], env?: Record<string, string>, chromium?: boolean }} Tests
 * @typedef {Check | Tests} Step
 */

const tsc = 'node node_modules/typescript7/bin/tsc';

/** In the order in which they begin. @type {readonly Step[]} */
export const steps = [
  { name: 'build', check: 'npm run -s build' },
  { name: 'unit', projects: ['node', 'react', 'react18', 'vue', 'real-sdk'] },
  { name: 'format', check: 'biome format .' },
  { name: 'lint', check: 'oxlint --type-aware --deny-warnings' },
  { name: 'layers', check: 'depcruise src adapters examples test' },
  { name: 'unused', check: 'knip' },
  { name: 'lock', check: 'node scripts/check-lock.mjs && npm ci --dry-run' },
  { name: 'types-core', check: `${tsc} -p tsconfig.src.json` },
  { name: 'types', check: `${tsc} -p tsconfig.json` },
  { name: 'types-examples', check: 'vue-tsc -p examples' },
  { name: 'types-docs', check: 'node scripts/check-snippets.mjs' },
  { name: 'unit-dist', projects: ['node'], env: { TIM_REACTIVE_DIST: '1' }, after: 'build' },
  { name: 'package', projects: ['package'], after: 'build' },
  { name: 'publint', check: 'publint --strict', after: 'build' },
  { name: 'attw', check: 'attw --pack . --profile esm-only', after: 'build' },
  { name: 'size', check: 'size-limit', after: 'build' },
  { name: 'browser', projects: ['browser'], chromium: true },
];
