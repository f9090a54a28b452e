import { writeFileSync } from 'node:fs';

/**
 * A Vitest reporter that writes the number of tests of each project to the file that COUNTS_FILE names. A file that
 * dies before it has tests counts as one failure, and so does an error outside all tests (project '').
 *
 * @import { Reporter, TestModule } from 'vitest/node'
 * @implements {Reporter}
 */
export default class CountReporter {
  /**
   * @param {readonly TestModule[]} modules
   * @param {readonly unknown[]} errors
   */
  onTestRunEnd(modules, errors) {
    /** @type {Record<string, { passed: number, failed: number, skipped: number }>} */
    const counts = {};
    const of = (/** @type {string} */ project) => (counts[project] ??= { passed: 0, failed: 0, skipped: 0 });

    for (const module of modules) {
      const count = of(module.project.name);
      const states = [...module.children.allTests()].map((test) => test.result().state);
      count.passed += states.filter((state) => state === 'passed').length;
      count.failed += states.filter((state) => state === 'failed').length;
      count.skipped += states.filter((state) => state === 'skipped' || state === 'pending').length;
      if (module.state() === 'failed' && !states.includes('failed')) count.failed += 1;
    }
    if (errors.length > 0) of('').failed += errors.length;
    writeFileSync(process.env['COUNTS_FILE'] ?? 'out/counts.json', JSON.stringify(counts));
  }
}
