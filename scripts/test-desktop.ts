import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { buildAll } from './build';
import { bundleExtensionHostSuite } from './build/exthost-bundle';
import { root } from './paths';
import { cacheFolder } from './vscode/install';

/**
 * The suite of `npm run test:exthost` in a desktop VS Code, which is downloaded into the user's cache folder; for macOS,
 * Windows, and Linux with a display. The argument is a VS Code version; the stable one unless told.
 */
async function main(): Promise<void> {
  await buildAll();
  const suite = await bundleExtensionHostSuite();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'dataweir-workspace-'));
  // Short, for VS Code makes a socket in it, and macOS allows about a hundred characters for its path.
  const profile = await mkdtemp(path.join(os.tmpdir(), 'dw-'));
  await cp(
    path.join(root, 'templates/cafe-clickstream.pipeline.json'),
    path.join(folder, 'cafe-clickstream.pipeline.json'),
  );
  try {
    await runTests({
      version: process.argv[2] ?? 'stable',
      cachePath: path.join(cacheFolder(), 'desktop'),
      extensionDevelopmentPath: root,
      extensionTestsPath: suite,
      launchArgs: [
        folder,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--skip-welcome',
        '--skip-release-notes',
        `--user-data-dir=${profile}`,
      ],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
