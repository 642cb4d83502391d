import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { localDay } from '../kit/day';
import type { ServerHost } from './server';

/** The server's host where there are a clock and a file system. */
export const nodeHost: ServerHost = {
  today: () => localDay(new Date()),
  read: (uri) =>
    uri.startsWith('file:') ? readFile(fileURLToPath(uri), 'utf8').catch(() => undefined) : Promise.resolve(undefined),
};
