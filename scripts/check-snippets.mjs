/**
 * Type-checks the code of the documentation: every block marked ts, tsx or vue in README.md and docs is written to a
 * file of its own in out/snippets, at the line it has in the document, and compiled against the source. Each block
 * stands alone, imports included.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const out = 'out/snippets';
const block = /^```(ts|tsx|vue)\n(.*?)^```$/gms;

const pages = existsSync('docs') ? readdirSync('docs', { recursive: true, encoding: 'utf8' }) : [];
const documents = [
  'README.md',
  ...pages.filter((page) => page.endsWith('.md')).map((page) => `docs/${page}`),
];

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

let count = 0;
for (const document of documents) {
  const text = readFileSync(document, 'utf8');
  for (const { index, 1: language, 2: code } of text.matchAll(block)) {
    const linesBefore = text.slice(0, index).split('\n').length;
    const name = `${document.replaceAll(/[\\/]/g, '-')}-${linesBefore}.${language}`;
    writeFileSync(`${out}/${name}`, '\n'.repeat(linesBefore) + code);
    count += 1;
  }
}

if (count === 0) throw new Error(`no code block marked ts, tsx or vue in ${documents.join(', ')}`);

const tsconfig = {
  extends: '../../examples/tsconfig.json',
  compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
  include: ['.'],
};
writeFileSync(`${out}/tsconfig.json`, JSON.stringify(tsconfig));

console.log(`${count} code blocks of ${documents.length} documents`);
process.exitCode = spawnSync('vue-tsc', ['-p', out], { stdio: 'inherit', shell: true }).status ?? 1;
