import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** A tree that breaks the rules: the file, what it says, and the rule that has to object. */
const imports = [
  ['src/shared/table.ts', `import '../sdk/constants.ts';`, 'layer-shared'],
  ['src/shared/memo.ts', `import 'rxjs';`, 'layer-shared'],
  ['src/sdk/constants.ts', `import type {} from '../state.ts';`, 'layer-sdk'],
  ['src/sdk/call.ts', `import 'tim-js-sdk';`, 'no-vendor'],
  ['src/messages/reduce-messages.ts', `import '../store/pipeline.ts';`, 'layer-domains'],
  ['src/messages/message.ts', `import 'vue';`, 'layer-domains'],
  ['src/events.ts', `import './store/pipeline.ts';`, 'layer-tree'],
  ['src/messages/message-selectors.ts', `import 'zustand/vanilla';`, 'layer-domains'],
  ['src/store/pipeline.ts', `import '../index.ts';`, 'layer-store'],
  ['src/store/reduce.ts', `import 'react';`, 'layer-store'],
  ['src/index.ts', `import './memory/index.ts';`, 'layer-index'],
  ['src/memory/index.ts', `import '../messages/message.ts';`, 'layer-memory'],
  ['src/memory/server.ts', `import '../sdk/call.ts';`, 'layer-memory'],
  ['adapters/react/use-messages.ts', `import '../../src/messages/message.ts';`, 'layer-react'],
  ['adapters/vue/use-messages.ts', `import '../react/use-messages.ts';`, 'layer-vue'],
  ['adapters/vue/index.ts', `import type {} from '@tencentcloud/chat';`, 'no-vendor'],
  ['examples/chat/main.ts', `import '../../src/store/pipeline.ts';`, 'layer-examples'],
  ['src/helpers/pick.ts', `import '../shared/table.ts';`, 'known-place'],
  ['src/profiles/profile.ts', `import type {} from '../state.ts';`, 'no-cycle'],
  ['src/state.ts', `import type {} from './profiles/profile.ts'; import 'zustand';`, 'layer-tree'],
  ['src/groups/group.ts', `import './gone.ts';`, 'resolvable'],
] as const;

const uses = [
  ['src/messages/reduce-history.ts', `export { produce } from 'immer';`, 'no-restricted-imports'],
  ['src/session/session.ts', `export { Subject } from 'rxjs';`, 'no-restricted-imports'],
  ['src/messages/send.ts', `export const now = (): number => Date.now();`, 'no-restricted-globals'],
  ['src/messages/retry.ts', `setTimeout(() => undefined, 1);`, 'no-restricted-globals'],
] as const;

let folder: string;

/** Runs a tool of node_modules in the seeded folder and gives what it prints. */
function run(bin: string, ...args: readonly string[]): string {
  const command = [resolve('node_modules', bin), ...args];
  return spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' }).stdout;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  for (const file of ['.dependency-cruiser.mjs', '.oxlintrc.json', 'tsconfig.json', 'tsconfig.base.json']) {
    copyFileSync(file, join(folder, file));
  }
  for (const [file, code] of [...imports, ...uses]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${code}\n`);
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('dependency-cruiser', () => {
  let findings: readonly string[];

  beforeAll(() => {
    const folders = ['src', 'adapters', 'examples'];
    const output = run('dependency-cruiser/bin/dependency-cruise.mjs', '--output-type', 'err', ...folders);
    findings = [...output.matchAll(/error ([\w-]+): (\S+)/g)].map(([, rule, file]) => `${rule} in ${file}`);
  });

  test.each(imports)('objects when %s says %s', (file, _code, rule) => {
    expect(findings).toContain(`${rule} in ${file}`);
  });
});

describe('oxlint', () => {
  let findings: readonly string[];

  beforeAll(() => {
    const output = run('oxlint/bin/oxlint', '--format', 'unix', 'src');
    findings = [...output.matchAll(/^([^:]+):.*\(([\w-]+)\)/gm)].map(
      ([, file, rule]) => `${rule} in ${file}`,
    );
  });

  test.each(uses)('objects when %s says %s', (file, _code, rule) => {
    expect(findings).toContain(`${rule} in ${file}`);
  });
});
