import type * as z from 'zod';

/** A message that is answered. One constant carries the name, the types and the check; both sides import it. */
export interface RequestType<P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly type: 'request';
  readonly method: string;
  readonly params: P;
  readonly result: R;
}

/** A message that only announces. */
export interface NotificationType<P extends z.ZodType = z.ZodType> {
  readonly type: 'notification';
  readonly method: string;
  readonly params: P;
}

export function request<P extends z.ZodType, R extends z.ZodType>(
  method: string,
  schemas: { params: P; result: R },
): RequestType<P, R> {
  return { type: 'request', method, ...schemas };
}

export function notification<P extends z.ZodType>(method: string, schemas: { params: P }): NotificationType<P> {
  return { type: 'notification', method, ...schemas };
}
