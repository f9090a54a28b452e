import { describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';

const isEmbedded = (file: string): boolean => /[\\/]src[\\/]memory[\\/]/.test(file);

describe('the embedded SDK', () => {
  it.each(['tim-reactive', 'tim-reactive/react', 'tim-reactive/vue'])(
    'is in no bundle of %s',
    async (name) => {
      const { files } = await bundle(name, '*');
      expect(files.length).toBeGreaterThan(10);
      expect(files.filter(isEmbedded)).toEqual([]);
    },
  );

  it('is in that of who imports it', async () => {
    const { files } = await bundle('tim-reactive/memory', '{ createMemoryServer }');
    expect(files.filter(isEmbedded).length).toBeGreaterThan(10);
  });
});
