import * as z from 'zod';
import { closest, type LocalProblem, unwrap } from './check';
import type { JsonPath } from './json';
import type { KindCatalog } from './kind';
import {
  architectureSchema,
  type Entries,
  type ListName,
  listNames,
  listSchemas,
  type Pipeline,
  type ReferenceTarget,
} from './vocabulary';

/** Where ids of other elements stand in an entry. Read from the schema, so a new reference needs no second list. */
interface ReferenceField {
  readonly path: readonly string[];
  readonly target: ReferenceTarget;
}

function fieldsOf(schema: z.ZodType, path: readonly string[] = []): ReferenceField[] {
  const target = schema.meta()?.references;
  const inner = unwrap(schema);
  if (target) return [{ path, target }];
  if (inner instanceof z.ZodArray) return fieldsOf(inner.element as z.ZodType, [...path, '*']);
  if (inner instanceof z.ZodObject)
    return Object.entries(inner.shape).flatMap(([key, field]) => fieldsOf(field as z.ZodType, [...path, key]));
  return [];
}

const listFields = Object.fromEntries(listNames.map((list) => [list, fieldsOf(listSchemas[list])])) as Record<
  ListName,
  ReferenceField[]
>;
const architectureFields = fieldsOf(architectureSchema);

const knownConfigFields = new WeakMap<z.ZodType, readonly ReferenceField[]>();

function configFields(schema: z.ZodType): readonly ReferenceField[] {
  let fields = knownConfigFields.get(schema);
  if (!fields) {
    fields = fieldsOf(schema);
    knownConfigFields.set(schema, fields);
  }
  return fields;
}

/** An id written somewhere to name another element. */
export interface Reference {
  /** Undefined for `architecture`. */
  readonly entry: Entries[ListName] | undefined;
  /** From the entry, or from the root for `architecture`. */
  readonly path: JsonPath;
  readonly target: ReferenceTarget;
  readonly id: string;
}

/** Every reference of the design: edge ends, and what the configuration of a node names, included. */
export function referencesOf(pipeline: Pipeline, kinds: KindCatalog): readonly Reference[] {
  let known = knownReferences.get(pipeline);
  if (!known) {
    known = findReferences(pipeline, kinds);
    knownReferences.set(pipeline, known);
  }
  return known;
}

/** A design does not change, and many fixes ask. */
const knownReferences = new WeakMap<Pipeline, readonly Reference[]>();

function findReferences(pipeline: Pipeline, kinds: KindCatalog): Reference[] {
  const found: Reference[] = [];
  for (const list of listNames) {
    const fields = listFields[list];
    if (fields.length === 0) continue;
    for (const entry of pipeline[list]) {
      for (const field of fields)
        collect(entry, field.path, [], (path, id) => found.push({ entry, path, target: field.target, id }));
    }
  }
  for (const node of pipeline.nodes) {
    const kind = node.config && kinds.get(node.kind);
    if (!kind) continue;
    for (const field of configFields(kind.config))
      collect(node.config, field.path, ['config'], (path, id) =>
        found.push({ entry: node, path, target: field.target, id }),
      );
  }
  for (const field of architectureFields) {
    collect(pipeline.architecture, field.path, ['architecture'], (path, id) =>
      found.push({ entry: undefined, path, target: field.target, id }),
    );
  }
  return found;
}

function collect(
  value: unknown,
  steps: readonly string[],
  path: JsonPath,
  add: (path: JsonPath, id: string) => void,
): void {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (typeof value === 'string') add(path, value);
    else if (Array.isArray(value))
      for (const [index, item] of value.entries()) collect(item, [], [...path, index], add);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (step === '*')
    for (const [index, item] of (value as unknown[]).entries()) collect(item, rest, [...path, index], add);
  else if (Object.hasOwn(value, step)) collect((value as Record<string, unknown>)[step], rest, [...path, step], add);
}

/** The list that a target points into. */
export function targetList(target: ReferenceTarget): Exclude<ListName, 'views' | 'notes'> {
  return target.startsWith('node:') ? 'nodes' : (target as Exclude<ListName, 'views' | 'notes'>);
}

/** References to nothing, and to a node of the wrong kind. Edge ends are left to the rule `graph/dangling-edge`. */
export function referenceProblems(
  pipeline: Pipeline,
  kinds: KindCatalog,
): { entry: Entries[ListName] | undefined; local: LocalProblem }[] {
  const ids = new Map<string, Set<string>>();
  for (const list of ['nodes', 'data', 'edges', 'groups', 'personas', 'roles'] as const)
    ids.set(list, new Set(pipeline[list].map(({ id }) => id)));
  const kindOf = new Map(pipeline.nodes.map((node) => [node.id, node.kind]));
  const edges = new Set<object>(pipeline.edges);
  const problems: { entry: Entries[ListName] | undefined; local: LocalProblem }[] = [];
  for (const { entry, path, target, id } of referencesOf(pipeline, kinds)) {
    if (entry && edges.has(entry) && (path[0] === 'from' || path[0] === 'to')) continue;
    // A configuration may also name what is not drawn: a function that exists, a bucket of another stack.
    if (path[0] === 'config' && targetList(target) === 'nodes') continue;
    const list = targetList(target);
    const known = ids.get(list)!;
    const wanted = target.startsWith('node:') ? target.slice('node:'.length) : undefined;
    let message: string | undefined;
    if (!known.has(id)) message = `"${id}" names nothing in "${list}".${closest(id, known)}`;
    else if (wanted && kindOf.get(id) !== wanted) {
      message = `"${id}" must be a ${kinds.get(wanted)?.label ?? wanted} node, but is ${kindOf.get(id)}.`;
    }
    if (message)
      problems.push({ entry, local: { code: 'document.unknown-reference', severity: 'error', message, path } });
  }
  return problems;
}
