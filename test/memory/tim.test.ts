import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import chat from '@tencentcloud/chat';
import tim from 'tim-js-sdk';
import {
  createManualClock,
  createMemoryServer,
  type MemoryServer,
  type TimOptions,
} from 'tim-reactive/memory';
import defaultTim, { server as defaultServer } from 'tim-reactive/memory/tim';
import { build, type Rolldown } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { entryPointAliases } from '../../scripts/entry-points.mjs';
import { listen } from './listen.ts';
import type * as VendorClient from './vendor-client/chat.ts';

const created = (server: MemoryServer, options: TimOptions) => server.TIM.create(options);

describe.each([
  { flavour: '2.x', vendor: tim },
  { flavour: '3.x', vendor: chat },
] as const)('TIM of a $flavour server', ({ flavour, vendor }) => {
  const { TIM } = createMemoryServer({ flavour });

  it('has all that the package exports', () => {
    expect(Object.keys(vendor).filter((name) => !(name in TIM))).toEqual([]);
    expect(TIM.VERSION).toBe(Reflect.get(vendor, 'VERSION'));
  });

  it.each(['EVENT', 'TYPES'] as const)('has every name of %s, with its value', (table) => {
    expect(TIM[table]).toMatchObject({ ...vendor[table] });
  });

  it('creates clients of this flavour, unless told otherwise', () => {
    const server = createMemoryServer({ flavour });
    const has = (sdk: object) => ('isReady' in sdk ? '3.x' : '2.x');
    expect(has(created(server, { SDKAppID: 1 }))).toBe(flavour);
    expect(has(created(server, { SDKAppID: 2, flavour: '2.x' }))).toBe('2.x');
    expect(has(server.createSdk())).toBe(flavour);
  });
});

describe('TIM.create', () => {
  it('answers the same client for the same SDKAppID, as a number or a text', () => {
    const server = createMemoryServer();
    const sdk = created(server, { SDKAppID: 1_400_000_001 });
    expect(created(server, { SDKAppID: '1400000001' })).toBe(sdk);
    expect(created(server, { SDKAppID: 1_400_000_002 })).not.toBe(sdk);
  });

  it('makes a new client once the first is destroyed', async () => {
    const clock = createManualClock();
    const server = createMemoryServer({ clock });
    const sdk = created(server, { SDKAppID: 7 });
    const heard = listen(sdk, 'sdkDestroy');
    await expect(sdk.destroy()).rejects.toMatchObject({ code: 2024 });
    expect(heard).toEqual([{ name: 'sdkDestroy', data: { SDKAppID: 7 } }]);
    expect(created(server, { SDKAppID: 7 })).not.toBe(sdk);
  });

  it('answers null for what is no number, and keeps no client of the ID 0', () => {
    const server = createMemoryServer();
    expect(server.TIM.create({ SDKAppID: 'none' })).toBeNull();
    expect(created(server, { SDKAppID: 0 })).not.toBe(created(server, { SDKAppID: 0 }));
  });
});

describe('tim-reactive/memory/tim', () => {
  it('exports the TIM of its server as its default', () => {
    expect(defaultTim).toBe(defaultServer.TIM);
  });

  it("can stand in the place of the vendor's package in a bundle", async () => {
    const aliases = entryPointAliases({ dist: process.env['TIM_REACTIVE_DIST'] === '1' });
    const { replacement = '' } = aliases.find(({ find }) => find.test('tim-reactive/memory/tim')) ?? {};
    const folder = await mkdtemp(join(tmpdir(), 'vendor-client-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const output = await build({
      configFile: false,
      logLevel: 'silent',
      resolve: {
        // A consumer would write 'tim-reactive/memory/tim'; in this checkout the package's own name is an alias, too.
        alias: [{ find: '@tencentcloud/chat', replacement }, ...aliases],
      },
      build: {
        write: false,
        lib: { entry: 'test/memory/vendor-client/chat.ts', formats: ['es'], fileName: 'chat' },
      },
    });
    const [{ output: chunks } = { output: [] }] = [output].flat() as Rolldown.RolldownOutput[];
    const [chunk] = chunks;
    expect(chunk?.type).toBe('chunk');
    const file = join(folder, 'chat.mjs');
    await writeFile(file, chunk?.code ?? '');
    const client = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof VendorClient;

    client.server.addUser('alice');
    const seen = client.chat('me');
    await expect.poll(() => client.server.truth.clientCount('me')).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    client.server.sendText({ from: 'alice', to: 'me', text: 'hello' });
    expect(await seen).toEqual(['ready', 'alice: hello']);
    expect(client.server.truth.messages('me', 'C2Calice').map(({ text }) => text)).toEqual([
      'hello',
      'hello yourself',
    ]);
  });
});
