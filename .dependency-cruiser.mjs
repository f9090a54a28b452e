/**
 * The import rules of the library, types included:
 *
 *   shared -> sdk -> models -> events, state -> domains -> store -> index -> adapters
 *
 * in one direction and without cycles. Each layer lists all that it may import; anything else is an error.
 * A domain is a folder such as src/messages. Its models are those of its files that events and state import, which the
 * ban on cycles keeps from importing these, and so from everything above.
 */
const shared = '^src/shared/';
const sdk = '^src/sdk/';
const domains =
  '^src/(session|conversations|messages|groups|members|friends|blocklist|profiles|signaling|typing)/';
const tree = '^src/(events|state|action-context|tim-key|keyed-selector)[.]ts$';
const store = '^src/store/';
const index = '^src/index[.]ts$';
const memory = '^src/memory/';
const react = '^adapters/react/';
const vue = '^adapters/vue/';
const entryPoints = '^(src/index|src/memory/(index|tim)|adapters/(react|vue)/index)[.]ts$';

/** @param {string[]} names */
const npm = (...names) => `node_modules/(@types/)?(${names.join('|')})/`;

/**
 * @param {string} name
 * @param {string} from
 * @param {string[]} allowed
 */
const layer = (name, from, ...allowed) => ({
  name: `layer-${name}`,
  comment: `${name} may import only ${allowed.join('  ')}`,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed },
});

export default {
  forbidden: [
    layer('shared', shared, shared),
    layer('sdk', sdk, shared, sdk, npm('rxjs')),
    layer('tree', tree, shared, sdk, domains, tree, npm('rxjs')),
    layer('domains', domains, shared, sdk, domains, tree, npm('rxjs', 'immer')),
    layer('store', store, shared, sdk, domains, tree, store, npm('rxjs', 'immer', 'zustand')),
    layer('index', index, shared, sdk, domains, tree, store),
    layer('memory', memory, memory, shared, '^src/sdk/(tim-sdk|constants)[.]ts$'),
    layer('react', react, react, index, npm('react')),
    layer('vue', vue, vue, index, npm('vue', '@vue')),
    layer(
      'examples',
      '^examples/(?!vite[.]config)',
      '^examples/',
      entryPoints,
      npm('react', 'react-dom', 'vue', '@vue', 'rxjs', 'vite', 'virtua'),
      npm('vitest', '@testing-library', 'playwright'),
    ),
    {
      name: 'known-place',
      comment: 'every file of src and adapters belongs to a layer',
      severity: 'error',
      from: {
        path: '^(src|adapters)/',
        pathNot: [shared, sdk, domains, tree, store, index, memory, react, vue],
      },
      to: {},
    },
    {
      name: 'no-vendor',
      comment: 'the SDK is given to createTimStore, never imported, not even for its types',
      severity: 'error',
      from: { path: '^(src|adapters|examples)/' },
      to: { path: npm('tim-js-sdk', 'tim-wx-sdk', 'tim-upload-plugin', '@tencentcloud') },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.vue', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
