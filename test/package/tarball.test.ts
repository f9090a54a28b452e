import { execSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

let folder: string;

/** Writes a file into the consumer's folder, runs Node there, and gives what it prints. */
function run(file: string, code: string, ...command: readonly string[]): string {
  writeFileSync(join(folder, file), code);
  const { stdout, stderr } = spawnSync(process.execPath, [...command, file], {
    cwd: folder,
    encoding: 'utf8',
  });
  return `${stdout}${stderr}`.trim();
}

// What npm would give a consumer: the packed files and the dependencies, and neither React nor Vue. By hand, as
// npm would ask the network.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tarball-'));
  mkdirSync(join(folder, 'node_modules/tim-reactive'), { recursive: true });
  execSync(`npm pack --silent --pack-destination ${folder}`);
  const [tarball = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  execSync(`tar -xzf ${tarball} -C node_modules/tim-reactive --strip-components 1`, { cwd: folder });
  for (const name of ['immer', 'rxjs', 'tslib', 'zustand']) {
    cpSync(resolve('node_modules', name), join(folder, 'node_modules', name), { recursive: true });
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

test('the package holds its sources, which the maps point at, and no tests', () => {
  const files = readdirSync(join(folder, 'node_modules/tim-reactive'));
  expect(files.toSorted()).toEqual(['LICENSE', 'README.md', 'adapters', 'dist', 'package.json', 'src']);
});

describe('without React and Vue', () => {
  test('a store runs on the embedded SDK', () => {
    const program = `
      import { createTimStore } from 'tim-reactive';
      import { createMemoryServer } from 'tim-reactive/memory';

      const store = createTimStore({ sdk: createMemoryServer().createSdk() });
      const release = store.connect();
      console.log(store.getState().session.status);
      release();
      store.dispose();
    `;
    expect(run('main.mjs', program)).toBe('idle');
  });

  test("the README's offline example runs as it stands, and prints what it says", () => {
    const [, code = ''] =
      /^## Twenty lines.*?^```ts\n(.*?)^```$/ms.exec(readFileSync('README.md', 'utf8')) ?? [];
    const said = [...code.matchAll(/; \/\/ (.*(?:sending|success|unread).*)$/gm)].flatMap(([, line = '']) =>
      line.split(', '),
    );
    expect(said).toHaveLength(5);
    const printed = run('readme.mjs', code).split('\n');
    for (const line of said) expect(printed).toContain(line);
  });

  test('the core can be required, as ES modules can', () => {
    const program = `console.log(typeof require('tim-reactive').createTimStore)`;
    expect(run('main.cjs', program)).toBe('function');
  });

  test.each(['react', 'vue'])('the %s adapter says what it lacks', (framework) => {
    const program = `import('tim-reactive/${framework}').catch((error) => console.log(error.message))`;
    expect(run('main.mjs', program)).toMatch(`Cannot find package '${framework}'`);
  });
});

describe('beside React and Vue', () => {
  beforeAll(() => {
    for (const name of ['react', 'vue', '@types']) {
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
    }
  });

  test.each(['react', 'vue'])('the %s adapter loads', (framework) => {
    const program = `import { useSession } from 'tim-reactive/${framework}'; console.log(typeof useSession)`;
    expect(run('main.mjs', program)).toBe('function');
  });

  test('the types compile in a strict program, libraries included', () => {
    const program = `
      export type * as core from 'tim-reactive';
      export type * as memory from 'tim-reactive/memory';
      export type * as tim from 'tim-reactive/memory/tim';
      export type * as react from 'tim-reactive/react';
      export type * as vue from 'tim-reactive/vue';
    `;
    const tsc = resolve('node_modules/typescript7/bin/tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--types',
      'react',
    ];
    expect(run('main.mts', program, tsc, ...options)).toBe('');
  });
});
