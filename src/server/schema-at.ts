import * as z from 'zod';
import { unwrap } from '../model/check';
import type { PipelineDocument } from '../model/document';
import type { JsonPath } from '../model/json';
import type { KindCatalog } from '../model/kind';
import { headSchema, type ListName, listSchemas, type ReferenceTarget } from '../model/vocabulary';

/** The schema of the value at a path of a design, with its title, unit and help; undefined where the words end. */
export function schemaAt(document: PipelineDocument, kinds: KindCatalog, path: JsonPath): z.ZodType | undefined {
  const [list, index, ...rest] = path;
  if (list === undefined) return undefined;
  if (!Object.hasOwn(listSchemas, list)) return step(headSchema, path);
  const schema = listSchemas[list as ListName];
  if (index === undefined) return undefined;
  if (list === 'nodes' && rest[0] === 'config' && rest.length > 1) {
    const kind = kindAt(document, path);
    return kind === undefined ? undefined : configStep(kinds, kind, rest.slice(1));
  }
  return step(schema, rest);
}

/** The kind of the node that `path` leads into, as written. */
export function kindAt(document: PipelineDocument, path: JsonPath): string | undefined {
  const kind = readValue(document, [...path.slice(0, 2), 'kind']);
  return typeof kind === 'string' ? kind : undefined;
}

/** The list whose ids may stand at a path, if ids stand there. */
export function referenceAt(
  document: PipelineDocument,
  kinds: KindCatalog,
  path: JsonPath,
): ReferenceTarget | undefined {
  const own = schemaAt(document, kinds, path)?.meta()?.references;
  if (own || typeof path.at(-1) !== 'number') return own;
  // One id or a list of them: the words stand on the field.
  return schemaAt(document, kinds, path.slice(0, -1))?.meta()?.references;
}

/** The value at a path as the text has it; undefined when it is not there or not JSON. */
export function readValue(document: PipelineDocument, path: JsonPath): unknown {
  const span = document.spanOf(path);
  if (!span) return undefined;
  try {
    return JSON.parse(document.text.slice(span.offset, span.offset + span.length));
  } catch {
    return undefined;
  }
}

function configStep(kinds: KindCatalog, kind: string, path: JsonPath): z.ZodType | undefined {
  const config = kinds.get(kind)?.config;
  return config && step(config, path);
}

function step(schema: z.ZodType, path: JsonPath): z.ZodType | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return schema;
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) {
    const field = Object.hasOwn(inner.shape, first) ? (inner.shape[first] as z.ZodType) : undefined;
    return field && step(field, rest);
  }
  if (inner instanceof z.ZodArray)
    return typeof first === 'number' ? step(inner.element as z.ZodType, rest) : undefined;
  if (inner instanceof z.ZodRecord) return step(inner.valueType as z.ZodType, rest);
  if (inner instanceof z.ZodUnion) {
    for (const option of inner.options) {
      const found = step(option as z.ZodType, path);
      if (found) return found;
    }
  }
  return undefined;
}
