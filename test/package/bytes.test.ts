import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as core from 'tim-reactive';
import { describe, expect, it } from 'vitest';
import { bundle } from './bundle.ts';

interface Measured {
  readonly name: string;
  readonly passed: boolean;
  /** Bytes, gzip. */
  readonly size: number;
}

/** What the size check measures, which is what its limits are for. */
function measure(): readonly Measured[] {
  const { stdout } = spawnSync(process.execPath, ['node_modules/size-limit/bin.js', '--json'], {
    encoding: 'utf8',
  });
  return JSON.parse(stdout) as readonly Measured[];
}

/** The table in the README, `| name | 50.3 kB |` a row, in bytes. */
function claimed(): ReadonlyMap<string, number> {
  const [, section = ''] = readFileSync('README.md', 'utf8').split('\n## Size\n');
  const [table = ''] = section.split('\n## ');
  const rows = table.matchAll(/^\| (.+?) +\| +([\d.]+) kB +\|$/gm);
  return new Map([...rows].map(([, name = '', kB]) => [name, Number(kB) * 1000]));
}

describe('the sizes', () => {
  const sizes = measure();

  it('are within the limits', () => {
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.filter(({ passed }) => !passed)).toEqual([]);
  });

  it('are those that the README tells, but for 2 %', () => {
    const told = claimed();
    expect([...told.keys()]).toEqual(sizes.map(({ name }) => name));
    const wrong = sizes.filter(({ name, size }) => Math.abs((told.get(name) ?? 0) / size - 1) > 0.02);
    expect(wrong).toEqual([]);
  });
});

describe('a bundle of createTimStore', () => {
  it('has none of the selectors and helpers, but for what the store reads with by itself', async () => {
    const { code } = await bundle('tim-reactive', '{ createTimStore }');
    const isIn = (name: string): boolean => new RegExp(`\\b(function|const|class|var) ${name}\\b`).test(code);
    const helpers = Object.keys(core).filter((name) => !/^[A-Z]|^create/.test(name));
    expect(helpers.length).toBeGreaterThan(50);
    expect(isIn('createTimStore')).toBe(true);
    expect(helpers.filter(isIn).sort()).toEqual([
      'c2cID',
      'diffTimelines',
      'groupID',
      'isConversationID',
      'partnerOf',
      'requireConversationID',
      'selectExtensions',
      'selectGroupMembersState',
      'selectHistory',
      'selectIsTyping',
      'selectMessage',
      'selectPinnedMessages',
      'selectProfile',
      'selectTimeline',
      'streamName',
      'systemClock',
    ]);
  });

  it('has those constants of the SDK that the store names', async () => {
    const { code } = await bundle('tim-reactive', '{ createTimStore }');
    expect(code).toContain('AVChatRoom');
    expect(code).not.toContain(core.TYPES.IOS_OFFLINE_PUSH_NO_SOUND);
  });
});

describe.each(['tim-reactive/react', 'tim-reactive/vue'])('a bundle of one hook of %s', (entry) => {
  it('has neither the store nor the other hooks', async () => {
    const all = await bundle(entry, '*');
    const { code, files } = await bundle(entry, '{ useConversation }');
    expect(files.filter((file) => /[\\/]src[\\/](store|messages|groups)[\\/]/.test(file))).toEqual([]);
    expect(files.map((file) => file.replace(/.*[\\/]/, ''))).not.toContain('use-messages.js');
    expect(code.length).toBeLessThan(all.code.length / 4);
  });
});
