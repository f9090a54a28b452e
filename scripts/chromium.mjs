/**
 * The Chromium of the browser tests: the one that CHROMIUM_PATH names, else an installed Chrome or Chromium, else, as
 * root on Debian, one that is installed now. Run by itself, this script prints the path.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { env } = process;

const commands = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
const apps = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].map((folder) =>
    join(folder ?? '', 'Google/Chrome/Application/chrome.exe'),
  ),
];

// Another apt may hold the lock: wait for it instead of failing at once.
const apt = 'apt-get -o DPkg::Lock::Timeout=300';
const install = `${apt} update -qq && ${apt} install -y -qq --no-install-recommends chromium`;

/** How to get a Chromium, for someone who has none. */
export const howToGetChromium =
  'install Chrome or Chromium, or let CHROMIUM_PATH name one; on Debian, as root: ' +
  'apt-get update && apt-get install -y --no-install-recommends chromium';

function findChromium() {
  const folders = (env['PATH'] ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...apps].find((path) => existsSync(path));
}

/**
 * The path of a Chromium, or undefined when there is none and none can be installed.
 *
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium() {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    console.error(`CHROMIUM_PATH names ${named}, which is not there`);
    return undefined;
  }

  const found = findChromium();
  if (found !== undefined || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found;

  console.error(`no Chromium found: ${install}`);
  const child = spawn(install, {
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  await new Promise((resolve) => child.once('close', resolve));
  return findChromium();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = await ensureChromium();
  console.log(path ?? `no Chromium found: ${howToGetChromium}`);
  process.exitCode = path === undefined ? 1 : 0;
}
