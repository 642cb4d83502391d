import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { run, sleep } from '../process';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const howToGetOne = 'Install Chromium or Chrome, or set CHROMIUM_PATH to its executable.';

/** Path of a Chromium for the tests. Installs the distribution's where that can be done unasked; else fails, saying what to do. */
export async function findChromium(): Promise<string> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is set to ${chosen}, which does not exist.`);
    return chosen;
  }
  const found = findInstalled();
  if (found) return found;
  const asRoot = await rootCommand();
  if (!(await isDebian()) || !asRoot)
    throw new Error(`The tests drive VS Code in Chromium, and none was found. ${howToGetOne}`);
  console.log('Installing Chromium from the distribution (once).');
  await apt(asRoot, ['update']);
  await apt(asRoot, ['install', '-y', '--no-install-recommends', 'chromium']);
  const installed = findInstalled();
  if (!installed) throw new Error(`The package "chromium" was installed, but brought no executable. ${howToGetOne}`);
  return installed;
}

function findInstalled(): string | undefined {
  return places.find((place) => existsSync(place));
}

async function isDebian(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release);
}

/** What to put before a command so that root runs it; undefined where that would ask for a password. */
async function rootCommand(): Promise<readonly string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  const sudo = await run('sudo', ['-n', 'true'], { quiet: true }).catch(() => undefined);
  return sudo?.code === 0 ? ['sudo', '-n'] : undefined;
}

/** Another process may hold the package database for a while, an unattended upgrade for example. */
async function apt(asRoot: readonly string[], args: readonly string[]): Promise<void> {
  const [command = 'apt-get', ...rest] = [...asRoot, 'apt-get', ...args];
  for (let attempt = 1; ; attempt++) {
    console.log(`  apt-get ${args.join(' ')}`);
    const { code, output } = await run(command, rest, {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      quiet: true,
      heartbeat: 'still busy',
    });
    if (code === 0) return;
    const held = /Could not get lock|Unable to (acquire|lock)|is another process using it/.test(output);
    if (!held || attempt === 12)
      throw new Error(`"apt-get ${args.join(' ')}" failed. ${howToGetOne}\n${output.slice(-2000)}`);
    console.log('  the package database is in use; trying again in 10 s');
    await sleep(10_000);
  }
}
