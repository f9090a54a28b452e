import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { describe, expect, it } from 'vitest';

/** The files that a bundle of this program holds, of the package as it was built. */
async function filesOf(program: string): Promise<readonly string[]> {
  const entry = 'virtual:program';
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? program : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry, preserveEntrySignatures: 'strict' } },
  });
  const bundles = [output].flat() as Rolldown.RolldownOutput[];
  return bundles.flatMap(({ output: chunks }) =>
    chunks.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : [])),
  );
}

const isEmbedded = (file: string): boolean => /[\\/]src[\\/]memory[\\/]/.test(file);

describe('the embedded SDK', () => {
  it.each(['tim-reactive', 'tim-reactive/react', 'tim-reactive/vue'])(
    'is in no bundle of %s',
    async (name) => {
      const path = fileURLToPath(import.meta.resolve(name));
      const files = await filesOf(`export * from ${JSON.stringify(path)};`);
      expect(files.length).toBeGreaterThan(10);
      expect(files.filter(isEmbedded)).toEqual([]);
    },
  );

  it('is in that of who imports it', async () => {
    const path = fileURLToPath(import.meta.resolve('tim-reactive/memory'));
    const files = await filesOf(`export { createMemoryServer } from ${JSON.stringify(path)};`);
    expect(files.filter(isEmbedded).length).toBeGreaterThan(10);
  });
});
