/**
 * Makes packages that `require` React get 18.2: the aliases of the project `react18` reach what Vite transforms, but
 * not the CommonJS of react-dom and of the test library, which Node loads by itself.
 */
import module from 'node:module';

interface Loader {
  _resolveFilename: (request: string, ...rest: readonly unknown[]) => string;
}

const loader = module as unknown as Loader;
const resolveFilename = loader._resolveFilename;

loader._resolveFilename = (request, ...rest) =>
  resolveFilename(
    request.replace(/^(react|react-dom)(?=\/|$)/, (name) => `${name}18`),
    ...rest,
  );
