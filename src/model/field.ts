import * as z from 'zod';
import type { Graph } from './graph';
import { valueAt } from './json';
import {
  architectureSchema,
  type DataSet,
  type Edge,
  type ListName,
  listSchemas,
  type PipelineNode,
} from './vocabulary';

/**
 * What is known of one field, and how.
 *
 * `declared`: written in the file, or computed from what is written. `default`: what AWS or the method assumes when
 * nothing is written. `absent`: a configuration field that is not written and has no default; its absence is a fact.
 * `unknown`: nobody can say.
 */
export type Known<T = unknown> =
  | { readonly from: 'declared' | 'default'; readonly value: T }
  | { readonly from: 'absent' | 'unknown'; readonly value: undefined };

const unknown: Known = { from: 'unknown', value: undefined };
const absent: Known = { from: 'absent', value: undefined };

/** An entry of a list, or the architecture. */
export type FieldOwner = object;

/** Look a field up: first in the file, then by derivation, then among the defaults of the kind and of the vocabulary. */
export function knownField(graph: Graph, owner: FieldOwner, path: readonly (string | number)[]): Known {
  const list = graph.listOf(owner);
  if (list === undefined)
    return known(valueAt(graph.pipeline.architecture, path), () => defaultAt(architectureSchema, path));
  if (list === 'nodes') return nodeField(graph, owner as PipelineNode, path);
  const declared = valueAt(owner, path);
  if (declared !== undefined) return { from: 'declared', value: declared };
  const key = path.length === 1 ? String(path[0]) : '';
  if (list === 'data') {
    const derived = dataDerivations[key]?.(owner as DataSet);
    if (derived !== undefined) return { from: 'declared', value: derived };
  } else if (list === 'edges') {
    const derived = edgeDerivations[key]?.(graph, owner as Edge);
    if (derived) return derived;
  }
  const fallback = defaultAt(listSchemas[list], path);
  return fallback === undefined ? unknown : { from: 'default', value: fallback };
}

function known(declared: unknown, fallback: () => unknown): Known {
  if (declared !== undefined) return { from: 'declared', value: declared };
  const value = fallback();
  return value === undefined ? unknown : { from: 'default', value };
}

function nodeField(graph: Graph, node: PipelineNode, path: readonly (string | number)[]): Known {
  const kind = graph.kindOf(node);
  const [first, second] = path;
  if (first === 'config' && second !== undefined) {
    const config = node.config ?? {};
    const derived = path.length === 2 ? kind?.derivedConfig?.[second]?.(config) : undefined;
    if (derived !== undefined) return { from: 'declared', value: derived };
    const declared = valueAt(config, path.slice(1));
    if (declared !== undefined) return { from: 'declared', value: declared };
    const fallback = kind && defaultAt(kind.config, path.slice(1));
    return fallback === undefined ? absent : { from: 'default', value: fallback };
  }
  const grouped = path.length === 1 ? groupAnswer(graph, node, String(first)) : undefined;
  if (grouped !== undefined) return { from: 'declared', value: grouped };
  const declared = valueAt(node, path);
  if (declared !== undefined) return { from: 'declared', value: declared };
  if (first === 'role' && kind) return { from: 'declared', value: kind.role };
  if (first === 'label') return { from: 'declared', value: node.id };
  if (first === 'environment' || first === 'region') {
    const inherited = knownField(graph, graph.pipeline.architecture, [first]);
    return inherited.from === 'unknown' ? absent : inherited;
  }
  const fallback = (kind && valueAt(kind.nodeDefaults, path)) ?? defaultAt(listSchemas.nodes, path);
  if (fallback !== undefined) return { from: 'default', value: fallback };
  return unknownNodeFields.has(String(first)) ? unknown : absent;
}

/** Node fields whose absence says nothing about the resource: what it does at run time cannot be read off a template. */
const unknownNodeFields: ReadonlySet<string> = new Set([
  'idempotent',
  'durationMinutes',
  'hoursPerDay',
  'utilisationPct',
  'azCount',
  'backupDays',
  'retries',
  'timeoutMinutes',
  'tls',
]);

/** What the groups around a node say; they win over the node itself. */
export function groupAnswer(graph: Graph, node: PipelineNode, field: string): string | undefined {
  for (const group of graph.groupsOf(node)) {
    if (field === 'account' && group.kind === 'account') return group.account ?? group.id;
    if (field === 'region' && group.kind === 'region') return group.region ?? group.id;
    if (field === 'vpc' && group.kind === 'vpc') return group.id;
    if (field === 'subnet' && group.kind === 'subnet' && group.subnet) return group.subnet;
    if (field === 'zone' && group.kind === 'zone' && group.zone) return group.zone;
  }
  return undefined;
}

const secondsPerDay = 86_400;
const kilobytesPerGigabyte = 1_000_000;
const textFormats: ReadonlySet<string> = new Set([
  'csv',
  'tsv',
  'relational',
  'parquet',
  'orc',
  'avro',
  'iceberg',
  'hudi',
  'delta',
]);
const semiStructured: ReadonlySet<string> = new Set(['json', 'jsonl', 'xml', 'protobuf', 'text-log']);

/** Values that follow from other declared ones (`rules.md` 4.2); undefined when they do not. */
const dataDerivations: Readonly<Record<string, (data: DataSet) => unknown>> = {
  name: (data) => data.id,
  dailyGB: ({ avgRecordsPerSec, avgRecordKB }) =>
    avgRecordsPerSec === undefined || avgRecordKB === undefined
      ? undefined
      : (avgRecordsPerSec * avgRecordKB * secondsPerDay) / kilobytesPerGigabyte,
  peakRecordsPerSec: ({ avgRecordsPerSec, burstFactor }) =>
    avgRecordsPerSec === undefined ? undefined : avgRecordsPerSec * (burstFactor ?? 1),
  burstFactor: ({ avgRecordsPerSec, peakRecordsPerSec }) =>
    avgRecordsPerSec && peakRecordsPerSec !== undefined ? peakRecordsPerSec / avgRecordsPerSec : undefined,
  maxRecordKB: ({ avgRecordKB }) => (avgRecordKB === undefined ? undefined : avgRecordKB * 4),
  structure: ({ format }) =>
    format === undefined
      ? undefined
      : textFormats.has(format)
        ? 'structured'
        : semiStructured.has(format)
          ? 'semi-structured'
          : 'unstructured',
  schemaKnown: (data) => (data.columns ? true : dataDerivations.structure!(data) === 'structured' ? true : undefined),
  hotDays: ({ retentionDays }) => retentionDays,
  maxFileMB: ({ avgFileMB }) => (avgFileMB === undefined ? undefined : avgFileMB * 4),
  filesPerDay: (data) => {
    const dailyGB = data.dailyGB ?? (dataDerivations.dailyGB!(data) as number | undefined);
    return dailyGB === undefined || !data.avgFileMB ? undefined : (dailyGB * 1024) / data.avgFileMB;
  },
  partitionCount: ({ partitionColumns }) => {
    const counts = partitionColumns?.map(({ cardinality }) => cardinality);
    return counts?.length && counts.every((count) => count !== undefined)
      ? counts.reduce((product, count) => product * count, 1)
      : undefined;
  },
  erasure: ({ regulations }) => (regulations?.includes('gdpr') ? true : undefined),
};

const edgeDerivations: Readonly<Record<string, (graph: Graph, edge: Edge) => Known | undefined>> = {
  format: (graph, edge) => ofDataSet(graph, edge, 'format'),
  codec: (graph, edge) => ofDataSet(graph, edge, 'codec'),
  freshnessSeconds: (graph, edge) => ofDataSet(graph, edge, 'freshnessSeconds'),
  crossAccount: (graph, edge) => differs(graph, edge, 'account'),
  crossRegion: (graph, edge) => differs(graph, edge, 'region'),
  encrypted: encryptedByTls,
};

/** An end that requires TLS leaves no other way; else nobody can say. */
function encryptedByTls(graph: Graph, edge: Edge): Known | undefined {
  const required = [graph.from(edge), graph.to(edge)].some(
    (end) => end && knownField(graph, end, ['tls']).value === 'required',
  );
  return required ? { from: 'default', value: true } : undefined;
}

function ofDataSet(graph: Graph, edge: Edge, field: string): Known | undefined {
  const data = graph.findData(edge.data);
  return data && knownField(graph, data, [field]);
}

function differs(graph: Graph, edge: Edge, field: 'account' | 'region'): Known | undefined {
  const [from, to] = [graph.from(edge), graph.to(edge)];
  if (!from || !to) return undefined;
  const [a, b] = [knownField(graph, from, [field]).value, knownField(graph, to, [field]).value];
  return a === undefined || b === undefined ? { from: 'default', value: false } : { from: 'declared', value: a !== b };
}

const defaults = new WeakMap<z.ZodObject, ReadonlyMap<string, { value: unknown; schema: z.ZodType }>>();

/** The default of a field of an object schema, nested objects included; undefined where there is none. */
export function defaultAt(schema: z.ZodType, path: readonly (string | number)[]): unknown {
  let inner: unknown = schema;
  let value: unknown;
  for (const [depth, step] of path.entries()) {
    while (inner instanceof z.ZodOptional) inner = inner.unwrap();
    if (inner instanceof z.ZodDefault) inner = inner.unwrap();
    if (!(inner instanceof z.ZodObject)) return valueAt(value, path.slice(depth));
    const field = fieldDefaults(inner).get(String(step));
    if (!field) return undefined;
    value = field.value;
    inner = field.schema;
  }
  return value;
}

function fieldDefaults(schema: z.ZodObject): ReadonlyMap<string, { value: unknown; schema: z.ZodType }> {
  let fields = defaults.get(schema);
  if (!fields) {
    fields = new Map(
      Object.entries(schema.shape).map(([key, field]) => [
        key,
        { schema: field as z.ZodType, value: field instanceof z.ZodDefault ? field.def.defaultValue : undefined },
      ]),
    );
    defaults.set(schema, fields);
  }
  return fields;
}

/** A whole configuration with derived values and defaults filled in: what the export writes out. */
export function resolvedConfig<C extends z.ZodObject>(graph: Graph, node: PipelineNode, schema: C): z.output<C> {
  return Object.fromEntries(
    Object.keys(schema.shape).flatMap((key) => {
      const { value } = knownField(graph, node, ['config', key]);
      if (value === undefined) return [];
      // Nested objects are partly declared: their own defaults fill the rest.
      const parsed = (schema.shape[key] as z.ZodType).safeParse(value);
      return [[key, parsed.success ? parsed.data : value]];
    }),
  ) as z.output<C>;
}

/** The defaults a list's entries start from, for forms. */
export function listDefault(list: ListName, path: readonly string[]): unknown {
  return defaultAt(listSchemas[list], path);
}
