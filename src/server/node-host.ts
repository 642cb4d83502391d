import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { localDay } from '../kit/day';
import type { ServerHost } from './server';

/** The server's host where there are a clock and a file system. */
export const nodeHost: ServerHost = {
  today: () => localDay(new Date()),
  async read(uri) {
    if (!uri.startsWith('file:')) return undefined;
    try {
      return await readFile(fileURLToPath(uri), 'utf8');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  },
};
