import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { Channel, fail, type Transport } from './channel';
import { notification, request } from './message';

const double = request('double', { params: z.object({ value: z.number() }), result: z.object({ value: z.number() }) });
const said = notification('said', { params: z.object({ word: z.string() }) });

/** Two ends of one pipe; messages are copied, as between processes. */
function pipe(): [Transport, Transport] {
  const listeners: [Set<(message: unknown) => void>, Set<(message: unknown) => void>] = [new Set(), new Set()];
  const end = (own: 0 | 1): Transport => ({
    post: (message) => {
      const copy: unknown = JSON.parse(JSON.stringify(message));
      for (const receive of listeners[own === 0 ? 1 : 0]) queueMicrotask(() => receive(copy));
    },
    listen: (receive) => {
      listeners[own].add(receive);
      return () => listeners[own].delete(receive);
    },
  });
  return [end(0), end(1)];
}

function channels(): { client: Channel; server: Channel; errors: unknown[]; raw: Transport } {
  const errors: unknown[] = [];
  const [a, b] = pipe();
  const onError = (error: unknown): void => {
    errors.push(error);
  };
  return { client: new Channel(a, { onError }), server: new Channel(b, { onError }), errors, raw: a };
}

describe('Channel', () => {
  it('answers requests, each with its own result', async () => {
    const { client, server } = channels();
    server.onRequest(double, async ({ value }) => ({ value: value * 2 }));
    expect(await Promise.all([1, 2, 3].map((value) => client.request(double, { value })))).toEqual([
      { value: 2 },
      { value: 4 },
      { value: 6 },
    ]);
  });

  it('carries the code of a failure', async () => {
    const { client, server, errors } = channels();
    server.onRequest(double, () => fail('document.read-only', 'This file cannot be written.'));
    await expect(client.request(double, { value: 1 })).rejects.toMatchObject({
      code: 'document.read-only',
      message: 'This file cannot be written.',
    });
    expect(errors).toEqual([]);
  });

  it('reports a bug in a handler on its own side, and answers', async () => {
    const { client, server, errors } = channels();
    server.onRequest(double, () => {
      throw new Error('bug');
    });
    await expect(client.request(double, { value: 1 })).rejects.toMatchObject({ code: 'channel.internal' });
    expect(errors).toHaveLength(1);
  });

  it('checks what arrives before it acts', async () => {
    const { client, server, errors, raw } = channels();
    const words: string[] = [];
    server.onNotification(said, ({ word }) => words.push(word));
    client.notify(said, { word: 'hello' });
    raw.post({ type: 'notification', method: 'said', params: { word: 7 } });
    raw.post('garbage');
    raw.post({ type: 'result', id: 99, result: 1 });
    await new Promise((resolve) => setTimeout(resolve));
    expect(words).toEqual(['hello']);
    expect(errors).toHaveLength(2);
    await expect(client.request(double, { value: 1 })).rejects.toMatchObject({ code: 'channel.unknown-method' });
  });

  it('lets nobody wait for a side that is gone', async () => {
    const { client, server } = channels();
    server.onRequest(double, () => new Promise(() => {}));
    const waiting = client.request(double, { value: 1 });
    client.dispose();
    await expect(waiting).rejects.toMatchObject({ code: 'channel.closed' });
    await expect(client.request(double, { value: 1 })).rejects.toMatchObject({ code: 'channel.closed' });
  });
});
