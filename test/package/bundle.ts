import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';

/** A program as a bundler of an application leaves it. */
export interface Bundle {
  readonly code: string;
  /** The files of which code is left. */
  readonly files: readonly string[];
}

/** Bundles what a program exports from one of the package's entries, as it was built: `bundle('tim-reactive', '*')`. */
export async function bundle(entry: string, what: string): Promise<Bundle> {
  const path = fileURLToPath(import.meta.resolve(entry));
  const id = 'virtual:program';
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'program',
        resolveId: (source) => (source === id ? source : undefined),
        load: (source) => (source === id ? `export ${what} from ${JSON.stringify(path)};` : undefined),
      },
    ],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { input: id, external: /^(react|vue)\b/, preserveEntrySignatures: 'strict' },
    },
  });
  const outputs = [output].flat() as Rolldown.RolldownOutput[];
  const chunks = outputs.flatMap((each) => each.output).filter((file) => file.type === 'chunk');
  const modules = chunks.flatMap((chunk) => Object.entries(chunk.modules));
  return {
    code: chunks.map(({ code }) => code).join('\n'),
    files: modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([file]) => file),
  };
}
