import type { Json, JsonObject } from '../model/json';
import type { PipelineNode } from '../model/vocabulary';
import type { Matrix } from './connection';
import { Refactoring } from './refactoring';
import { type Case, type Fix, labelOf, type Report, type Severity } from './rule';
import { type Retirement, retirementWords, type Service } from './service';

const severities: Readonly<Record<Retirement['status'], Severity>> = {
  ended: 'error',
  'closed to new accounts': 'warning',
  renamed: 'hint',
};

/** What there is to say of a node that uses `name`, a service or a feature of one, after its end was announced. */
export function reportOf(node: PipelineNode, name: string, retired: Retirement): Report & { severity: Severity } {
  const label = labelOf(node);
  const words = retirementWords(retired);
  return {
    severity: severities[retired.status],
    message: `${label === name ? name : `${label} (${name})`}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    values: { since: retired.since, instead: retired.instead },
  };
}

/** Settings that the rules ask of a kind, for a node that becomes one. What a design says already stays. */
const settings: Readonly<Record<string, JsonObject>> = {
  aurora: {
    encryption: 'aws-managed',
    tls: 'required',
    azCount: 2,
    backupDays: 7,
    deletionProtection: true,
    logs: ['audit', 'error'],
  },
  'managed-flink': { alarms: ['failure', 'lag'] },
  'step-functions': { alarms: ['failure'], config: { retryCatch: true, logLevel: 'ERROR', tracing: true } },
  'timestream-influxdb': { azCount: 2 },
};

/**
 * Makes a node of a retired service one of its first heir: its id, edges and grants stay.
 * @returns undefined where an edge could not stay.
 */
export function heirInPlace({ graph, matrix }: Case, node: PipelineNode, { label, retired }: Service): Fix | undefined {
  const heir = graph.kinds.get(retired?.heirs[0] ?? '');
  const stays =
    heir !== undefined &&
    graph.edgesIn(node).every((edge) => joins(matrix, graph.from(edge)?.kind, heir.kind)) &&
    graph.edgesOut(node).every((edge) => joins(matrix, heir.kind, graph.to(edge)?.kind));
  if (!stays) return undefined;
  const change = new Refactoring(graph);
  become(change, node, heir.kind, settings[heir.kind] ?? {});
  if (node.label === label) change.set(node, ['label'], heir.label);
  return { title: `Make it ${heir.label}`, edits: change.edits };
}

/** Whether two kinds join by configuration alone. */
export function joins(matrix: Matrix, from: string | undefined, to: string | undefined): boolean {
  const way = matrix.find(from ?? '', to ?? '')?.way;
  return way === 'native' || way === 'query';
}

/** Turns a node into one of another kind, with `fields` where the design says nothing; the old configuration goes. */
export function become(change: Refactoring, node: PipelineNode, kind: string, fields: JsonObject): void {
  const { config, ...others } = fields;
  change.set(node, ['kind'], kind);
  for (const [field, value] of Object.entries(others)) {
    if (node[field as keyof PipelineNode] === undefined) change.set(node, [field], value as Json);
  }
  if (config !== undefined) change.set(node, ['config'], config);
  else if (node.config !== undefined) change.unset(node, ['config']);
}
