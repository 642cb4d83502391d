import { chromium, type LaunchOptions } from 'playwright-core';
import { findChromium } from '../../../scripts/vscode/chromium';

/** For `chromium.launch` and `chromium.launchServer`: a browser that paints in software and talks to nobody by itself. */
export async function browserOptions(): Promise<LaunchOptions> {
  return {
    executablePath: await findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  };
}

export async function launchBrowser() {
  return chromium.launch(await browserOptions());
}
