import * as z from 'zod';
import { type Connection, Matrix } from '../src/kit/connection';
import type { Service } from '../src/kit/service';
import { palette } from '../src/services/_generated/palette';
import type { Judge } from './connect/verdict';

/**
 * The services as the canvas knows them: at first what is painted, then, once loaded, their configuration and who may
 * feed whom. The picture does not wait for that; an inspector does.
 */
export const kinds = new Map<string, Service>(
  palette.map((entry) => [
    entry.kind,
    { ...entry, config: z.looseObject({}), nodeDefaults: {}, cloudFormationTypes: [] } satisfies Service,
  ]),
);

/** What decides whether an edge may be drawn. Nothing may, before the matrix is there: that is a moment after the first picture. */
export const rules: { -readonly [key in keyof Judge]: Judge[key] } = {
  matrix: new Matrix([] as readonly Connection[]),
  kinds,
};

let loading: Promise<void> | undefined;

/** Loads the rest, once. */
export function loadCatalog(): Promise<void> {
  loading ??= Promise.all([import('../src/services/catalog'), import('../src/connections/matrix')]).then(
    ([services, connections]) => {
      for (const [kind, service] of services.kinds) kinds.set(kind, service);
      rules.matrix = connections.matrix;
    },
  );
  return loading;
}
