import * as z from 'zod';
import type { NotificationType, RequestType } from './message';

/** One direction of a pipe: whatever carries JSON to the other side. */
export interface Transport {
  post(message: unknown): void;
  /** Called with each message from the other side; returns what stops that. */
  listen(receive: (message: unknown) => void): () => void;
}

const envelope = z.discriminatedUnion('type', [
  z.object({ type: z.literal('request'), id: z.int(), method: z.string(), params: z.unknown() }),
  z.object({ type: z.literal('notification'), method: z.string(), params: z.unknown() }),
  z.object({ type: z.literal('result'), id: z.int(), result: z.unknown() }),
  z.object({ type: z.literal('failure'), id: z.int(), code: z.string(), message: z.string() }),
]);

/** A request that the other side could not carry out. Test `code`, never the sentence. */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Thrown by a handler to answer with a code of its own. */
export function fail(code: string, message: string): never {
  throw new ChannelError(code, message);
}

export interface ChannelOptions {
  /** Told what could not be understood or handled: bugs on either side, never the user's doing. */
  readonly onError: (error: unknown) => void;
}

/**
 * Requests and notifications over one transport. The receiver parses before it acts; request ids and answers are
 * handled here and nowhere else. There are no time-outs: a side that goes away disposes the channel, and what waits fails
 * with `channel.closed`.
 */
export class Channel {
  readonly #waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>();
  readonly #handlers = new Map<string, (params: unknown) => unknown>();
  readonly #stop: () => void;
  #nextId = 1;
  #closed = false;

  constructor(
    readonly transport: Transport,
    readonly options: ChannelOptions,
  ) {
    this.#stop = transport.listen((message) => this.#receive(message));
  }

  async request<P extends z.ZodType, R extends z.ZodType>(
    type: RequestType<P, R>,
    params: z.input<P>,
  ): Promise<z.output<R>> {
    if (this.#closed) throw new ChannelError('channel.closed', 'The other side is gone.');
    const id = this.#nextId++;
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.transport.post({ type: 'request', id, method: type.method, params });
    return type.result.parse(await answer);
  }

  notify<P extends z.ZodType>(type: NotificationType<P>, params: z.input<P>): void {
    if (!this.#closed) this.transport.post({ type: 'notification', method: type.method, params });
  }

  onRequest<P extends z.ZodType, R extends z.ZodType>(
    type: RequestType<P, R>,
    handle: (params: z.output<P>) => z.input<R> | Promise<z.input<R>>,
  ): void {
    this.#handlers.set(type.method, (params) => handle(type.params.parse(params)));
  }

  onNotification<P extends z.ZodType>(type: NotificationType<P>, handle: (params: z.output<P>) => void): void {
    this.#handlers.set(type.method, (params) => handle(type.params.parse(params)));
  }

  dispose(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#stop();
    for (const { reject } of this.#waiting.values())
      reject(new ChannelError('channel.closed', 'The other side is gone.'));
    this.#waiting.clear();
  }

  #receive(raw: unknown): void {
    const parsed = envelope.safeParse(raw);
    if (!parsed.success) {
      this.options.onError(parsed.error);
      return;
    }
    const message = parsed.data;
    if (message.type === 'result' || message.type === 'failure') {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.type === 'result') waiting?.resolve(message.result);
      else waiting?.reject(new ChannelError(message.code, message.message));
      return;
    }
    const handler = this.#handlers.get(message.method);
    if (message.type === 'notification') {
      try {
        if (handler) handler(message.params);
        else this.options.onError(new Error(`No handler for ${message.method}`));
      } catch (error) {
        this.options.onError(error);
      }
      return;
    }
    void this.#answer(message.id, message.method, handler, message.params);
  }

  async #answer(
    id: number,
    method: string,
    handler: ((params: unknown) => unknown) | undefined,
    params: unknown,
  ): Promise<void> {
    try {
      if (!handler) throw new ChannelError('channel.unknown-method', `No handler for ${method}`);
      this.transport.post({ type: 'result', id, result: (await handler(params)) ?? null });
    } catch (error) {
      const known = error instanceof Object && 'code' in error && typeof error.code === 'string';
      if (!known) this.options.onError(error);
      this.transport.post({
        type: 'failure',
        id,
        code: known ? error.code : 'channel.internal',
        message: error instanceof Error ? error.message : String(error),
      });
    }
  }
}
