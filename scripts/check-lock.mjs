/**
 * The lock files, the library's and the benchmark's, are complete and name no address: every package has a version and
 * an integrity and none has `resolved`, so that whoever installs gets the same files from the registry of their own
 * settings.
 */
import { readFileSync } from 'node:fs';

for (const file of ['package-lock.json', 'bench/package-lock.json']) {
  /** @type {{ packages: Record<string, { version?: string, integrity?: string, resolved?: string }> }} */
  const lock = JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));

  const faults = Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (path === '') return [];
    const lacking = entry.version && entry.integrity ? [] : [`${path} has no version or no integrity`];
    const addressed = entry.resolved === undefined ? [] : [`${path} has an address`];
    return [...lacking, ...addressed];
  });

  for (const fault of faults) console.error(`${file}: ${fault}`);
  console.log(`${file}: ${Object.keys(lock.packages).length - 1} packages locked, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}
