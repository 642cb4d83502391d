import * as z from 'zod';
import { unwrap } from './check';
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
  if (list === 'nodes') return nodeField(graph, owner as PipelineNode, path);
  const declared = read(list === undefined ? graph.pipeline.architecture : owner, path);
  if (declared !== undefined) return { from: 'declared', value: declared };
  if (list === undefined) return defaultField(architectureSchema, path) ?? unknown;
  if (path.length === 1) {
    if (list === 'data') {
      const derived = own(dataDerivations, path[0]!)?.(owner as DataSet);
      if (derived !== undefined) return { from: 'declared', value: derived };
    } else if (list === 'edges') {
      const derived = own(edgeDerivations, path[0]!)?.(graph, owner as Edge);
      if (derived) return derived;
    }
  }
  return defaultField(listSchemas[list], path) ?? unknown;
}

/** One step is by far the most frequent path. */
function read(owner: object, path: readonly (string | number)[]): unknown {
  return path.length === 1 ? own(owner as Readonly<Record<string | number, unknown>>, path[0]!) : valueAt(owner, path);
}

/** A field may have the name of something that every object inherits. */
function own<T>(object: Readonly<Record<string | number, T>>, key: string | number): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

const noConfig: Readonly<Record<string, unknown>> = {};

function nodeField(graph: Graph, node: PipelineNode, path: readonly (string | number)[]): Known {
  const kind = graph.kindOf(node);
  const [first, second] = path;
  if (first === 'config' && second !== undefined) {
    const config = node.config ?? noConfig;
    const derived = path.length === 2 ? kind?.derivedConfig && own(kind.derivedConfig, second)?.(config) : undefined;
    if (derived !== undefined) return { from: 'declared', value: derived };
    const declared = path.length === 2 ? own(config, second) : valueAt(node, path);
    if (declared !== undefined) return { from: 'declared', value: declared };
    return (kind && defaultField(kind.config, path, 1)) ?? absent;
  }
  const grouped = path.length === 1 ? groupAnswer(graph, node, first as string) : undefined;
  if (grouped !== undefined) return { from: 'declared', value: grouped };
  const declared = read(node, path);
  if (declared !== undefined) return { from: 'declared', value: declared };
  if (first === 'role' && kind) return { from: 'declared', value: kind.role };
  if (first === 'label') return { from: 'declared', value: node.id };
  if (first === 'environment' || first === 'region') {
    const inherited = knownField(graph, graph.pipeline.architecture, [first]);
    return inherited.from === 'unknown' ? absent : inherited;
  }
  const ofKind = kind && read(kind.nodeDefaults, path);
  if (ofKind !== undefined) return { from: 'default', value: ofKind };
  return defaultField(listSchemas.nodes, path) ?? (unknownNodeFields.has(first as string) ? unknown : absent);
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

interface FieldDefault {
  readonly schema: z.ZodType;
  readonly known: Known | undefined;
}

const defaults = new WeakMap<z.ZodType, ReadonlyMap<string | number, FieldDefault>>();

/** The default of a field of an object schema, nested objects included; undefined where there is none. */
export function defaultAt(schema: z.ZodType, path: readonly (string | number)[]): unknown {
  return defaultField(schema, path)?.value;
}

function defaultField(schema: z.ZodType, path: readonly (string | number)[], from = 0): Known | undefined {
  const field = fieldDefaults(schema)?.get(path[from]!);
  if (!field || from === path.length - 1) return field?.known;
  const nested = defaultField(field.schema, path, from + 1);
  if (nested) return nested;
  const value = valueAt(field.known?.value, path.slice(from + 1));
  return value === undefined ? undefined : { from: 'default', value };
}

/** Defaults by field, read from the schema once. */
function fieldDefaults(schema: z.ZodType): ReadonlyMap<string | number, FieldDefault> | undefined {
  let fields = defaults.get(schema);
  if (!fields) {
    const inner = unwrap(schema);
    if (!(inner instanceof z.ZodObject)) return undefined;
    fields = new Map(
      Object.entries(inner.shape as Record<string, z.ZodType>).map(([key, field]) => {
        const value = field instanceof z.ZodDefault ? field.def.defaultValue : undefined;
        return [key, { schema: field, known: value === undefined ? undefined : { from: 'default', value } }];
      }),
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
