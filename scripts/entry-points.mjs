import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);

/** @type {{ exports: Record<string, { default: string } | string> }} */
const { exports } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

/**
 * Vite aliases that lead the package's own name, `tim-reactive/react` and so on, to the files of this checkout:
 * to the source, or with `dist` to what the build wrote. The list follows `exports` in package.json.
 *
 * @param {{ dist?: boolean }} [options]
 */
export function entryPointAliases({ dist = false } = {}) {
  return Object.entries(exports).flatMap(([subpath, target]) => {
    if (typeof target === 'string') return [];
    const file = dist ? target.default : target.default.replace('./dist/', './').replace(/\.js$/, '.ts');
    const find = new RegExp(`^tim-reactive${subpath.slice(1)}$`);
    return [{ find, replacement: fileURLToPath(new URL(file, root)) }];
  });
}
