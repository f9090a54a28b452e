import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { usePages } from './use-pages.ts';

const openPage = usePages();

test('npm start prints the address of the page, which needs no build', async ({ onTestFinished }) => {
  const server = spawn(process.execPath, [
    'node_modules/vite/bin/vite.js',
    '--config',
    'examples/vite.config.ts',
    '--port',
    '0',
  ]);
  onTestFinished(() => void server.kill());

  let address: string | undefined;
  for await (const line of createInterface(server.stdout)) {
    address = /http:\S+/.exec(line)?.[0];
    if (address !== undefined) break;
  }

  const page = await openPage({ address: address ?? 'no address' });
  await expect.poll(() => page.innerText('body')).not.toBe('');
});
