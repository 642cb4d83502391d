import { expect, it } from 'vitest';
import { matrix } from '../connections/matrix';
import { parseDocument } from '../model/document';
import { applyEdits } from '../model/edit';
import { kinds } from '../services/catalog';
import { lint } from './lint';
import { rules } from './rules';

/** What fixes write that choose among values: the fixtures say that a fix clears its finding, these say how. */

interface Design {
  readonly data?: readonly object[];
  readonly nodes: readonly object[];
  readonly edges?: readonly object[];
}

/** The element `id` after the fix of `rule` on it, or on `on`; undefined when the finding has no fix. */
function fixed(rule: string, design: Design, id: string, on = id): Readonly<Record<string, unknown>> | undefined {
  const document = parseDocument(JSON.stringify({ version: 1, name: 'x', ...design }), kinds);
  const { findings } = lint(document, { kinds, rules, matrix, today: '2026-11-24' });
  const found = findings.find((finding) => finding.rule === rule && finding.element === on);
  expect(found, 'there is a finding').toBeDefined();
  const [fix] = found!.fixes;
  if (!fix) return undefined;
  const { nodes, edges } = parseDocument(applyEdits(document, fix.edits), kinds).value;
  return [...nodes, ...edges].find((element) => element.id === id) as Readonly<Record<string, unknown>> | undefined;
}

it('an old release of EMR becomes the newest of its major version, and no other', () => {
  const design = (releaseLabel: string): Design => ({
    nodes: [{ id: 'a', kind: 'emr-ec2', config: { releaseLabel } }],
  });
  expect(fixed('lifecycle/emr-release', design('emr-7.2.0'), 'a')).toMatchObject({
    config: { releaseLabel: 'emr-7.14.0' },
  });
  expect(fixed('lifecycle/emr-release', design('emr-6.15.0'), 'a')).toBeUndefined();
});

it('a withdrawn node of Redshift keeps its number of nodes where the heir takes it', () => {
  const after = (nodeType: string, nodes: number) =>
    fixed('lifecycle/redshift-legacy', { nodes: [{ id: 'a', kind: 'redshift', config: { nodeType, nodes } }] }, 'a');
  expect(after('dc2.large', 16)).toMatchObject({ config: { nodeType: 'ra3.large', nodes: 16 } });
  expect(after('dc2.large', 17)).toMatchObject({ config: { nodeType: 'ra3.large', nodes: 16 } });
  expect(after('dc2.8xlarge', 1)).toMatchObject({ config: { nodeType: 'ra3.4xlarge', nodes: 2 } });
  expect(after('dc2.8xlarge', 2)).toMatchObject({ config: { nodeType: 'ra3.4xlarge', nodes: 2 } });
});

it('a retired service becomes its heir where there is one and its edges can stay', () => {
  const series = { id: 'a', kind: 'timestream-liveanalytics', label: 'Amazon Timestream for LiveAnalytics' };
  const reader = { id: 'b', kind: 'app-consumer' };
  const edges = [{ id: 'e', from: 'a', to: 'b' }];
  const id = 'lifecycle/closed-to-new-accounts';
  expect(fixed(id, { nodes: [series, reader], edges }, 'a')).toMatchObject({
    kind: 'timestream-influxdb',
    label: 'Amazon Timestream for InfluxDB',
    azCount: 2,
  });
  expect(fixed(id, { nodes: [series, { id: 'b', kind: 'sqs' }], edges }, 'a')).toBeUndefined();
  expect(fixed(id, { nodes: [{ id: 'a', kind: 'iot-events' }] }, 'a')).toBeUndefined();
  const ledger = { id: 'a', kind: 'qldb', encryption: 'cmk', backupDays: 30, config: { version: '1' } };
  const aurora = fixed('lifecycle/qldb', { nodes: [ledger] }, 'a');
  expect(aurora).toMatchObject({ kind: 'aurora', encryption: 'cmk', backupDays: 30, deletionProtection: true });
  expect(aurora).not.toHaveProperty('config');
});

it('IoT Analytics becomes a delivery stream, with a bucket and Athena where people read', () => {
  const rule = 'lifecycle/iot-analytics';
  const node = { id: 'a', kind: 'iot-analytics' };
  const to = (...targets: string[]): Design => ({
    nodes: [node, ...targets.map((kind, index) => ({ id: `t${index}`, kind }))],
    edges: targets.map((_, index) => ({ id: `e${index}`, from: 'a', to: `t${index}` })),
  });
  expect(fixed(rule, to('s3'), 'a')).toMatchObject({ kind: 'firehose' });
  expect(fixed(rule, to('s3'), 'e0', 'a')).toMatchObject({ from: 'a', to: 't0' });
  expect(fixed(rule, to('quicksight', 'quicksight'), 'a')).toMatchObject({ kind: 'firehose' });
  expect(fixed(rule, to('quicksight', 'quicksight'), 'e1', 'a')?.from).toMatch(/^questions/);
  for (const targets of [['s3', 's3'], ['s3', 'quicksight'], ['quicksight', 's3'], ['sqs'], ['quicksight', 'sqs']])
    expect(fixed(rule, to(...targets), 'a')).toBeUndefined();
  const sources = {
    nodes: [node, { id: 'i', kind: 'iot-core' }, { id: 'd', kind: 'source.iot-device' }, { id: 's', kind: 's3' }],
  };
  const edges = [
    { id: 'in', from: 'i', to: 'a' },
    { id: 'out', from: 'a', to: 's' },
  ];
  expect(fixed(rule, { ...sources, edges }, 'a')).toMatchObject({ kind: 'firehose' });
  expect(fixed(rule, { ...sources, edges: [...edges, { id: 'direct', from: 'd', to: 'a' }] }, 'a')).toBeUndefined();
});

it('a search domain gets what a standby needs, and keeps what is more', () => {
  const after = (node: object) => {
    const data = [{ id: 'd', criticality: 'high' }];
    return fixed(
      'reliability/opensearch-no-standby',
      { data, nodes: [{ id: 'a', kind: 'opensearch', data: ['d'], ...node }] },
      'a',
    );
  };
  const standby = { multiAzStandby: true, dataNodes: 3, dedicatedMasters: 3, replicas: 2 };
  expect(after({})).toMatchObject({ config: standby });
  expect(after({})).not.toHaveProperty('azCount');
  expect(after({ azCount: 2, config: { dataNodes: 4 } })).toMatchObject({
    azCount: 3,
    config: { ...standby, dataNodes: 6 },
  });
  const more = { dataNodes: 9, dedicatedMasters: 5, replicas: 3 };
  expect(after({ config: more })).toMatchObject({ config: { ...more, multiAzStandby: true } });
  expect(after({ config: { dataNodes: 78 } })).toMatchObject({ config: { dataNodes: 78 } });
  expect(after({ config: { dataNodes: 79 } })).toBeUndefined();
});

it('Kafka gets the zones and copies that it lacks', () => {
  const after = (node: object) =>
    fixed('reliability/msk-not-fault-tolerant', { nodes: [{ id: 'a', kind: 'msk', ...node }] }, 'a');
  expect(after({ azCount: 1 })).toEqual({ id: 'a', kind: 'msk', azCount: 3 });
  expect(after({ azCount: 2, config: { replicationFactor: 2, minInSync: 2 } })).toMatchObject({
    azCount: 2,
    config: { replicationFactor: 3, minInSync: 2 },
  });
  expect(after({ config: { minInSync: 3 } })).toEqual({ id: 'a', kind: 'msk', config: { minInSync: 2 } });
  expect(after({ config: { replicationFactor: 5, minInSync: 5 } })).toMatchObject({
    config: { replicationFactor: 5, minInSync: 2 },
  });
});

it('a workflow retries and catches; one of Glue alarms, for its jobs retry by themselves', () => {
  const after = (kind: string) => {
    const nodes = [
      { id: 'a', kind, alarms: ['lag'] },
      { id: 'b', kind: 'glue-job' },
    ];
    return fixed(
      'reliability/workflow-no-catch',
      { nodes, edges: [{ id: 'e', from: 'a', to: 'b', kind: 'control' }] },
      'a',
    );
  };
  expect(after('step-functions')).toMatchObject({ alarms: ['lag'], config: { retryCatch: true } });
  expect(after('glue-workflow')).toEqual({ id: 'a', kind: 'glue-workflow', alarms: ['lag', 'failure'] });
});

it('the results of a transient cluster go to the bucket that is drawn, else to a new one', () => {
  const rule = 'reliability/emr-transient-local-output';
  const data = [{ id: 'd', retentionDays: 90 }, { id: 'other' }];
  const cluster = { id: 'a', kind: 'emr-ec2', label: 'Nightly', owner: 'web', config: { outputStorage: 'hdfs' } };
  const nodes = [cluster, { id: 's', kind: 's3' }, { id: 'q', kind: 'quicksight' }];
  const written = { id: 'w', from: 'a', to: 's', data: 'd' };
  const read = { id: 'r', from: 's', to: 'a', data: 'd' };
  const bucket = 'results-of-nightly';
  expect(fixed(rule, { data, nodes, edges: [written] }, 'a')).toMatchObject({ config: { outputStorage: 'emrfs' } });
  expect(fixed(rule, { data, nodes, edges: [written] }, bucket, 'a')).toBeUndefined();
  const kept = { data: ['d'], owner: 'web', config: { expireDays: 90 } };
  expect(fixed(rule, { data, nodes, edges: [read] }, bucket, 'a')).toMatchObject(kept);
  const shown = { id: 'x', from: 'a', to: 'q', data: 'other' };
  expect(fixed(rule, { data, nodes, edges: [read, shown] }, bucket, 'a')).toMatchObject({ data: ['other'] });
  const second = { id: 'r2', from: 's', to: 'a', data: 'other' };
  expect(fixed(rule, { data, nodes, edges: [read, second] }, 'a')).toBeUndefined();
});

it('quality is checked first where data lies as it came', () => {
  const design = {
    data: [{ id: 'x' }, { id: 'd', trust: 'low' }],
    nodes: [
      { id: 'raw', kind: 's3', label: 'Raw', zone: 'raw', data: ['x'] },
      { id: 'job', kind: 'glue-job' },
      { id: 'lake', kind: 's3', label: 'Lake', zone: 'curated' },
    ],
    edges: [
      { id: 'r', from: 'raw', to: 'job', data: 'd' },
      { id: 'w', from: 'job', to: 'lake', data: 'd' },
    ],
  };
  expect(fixed('reliability/no-quality-gate', design, 'raw-check-of-raw', 'd')).toMatchObject({
    from: 'raw',
    data: 'd',
  });
  const { data, nodes, edges } = design;
  const derived = { data, nodes, edges: [{ ...edges[0]!, data: 'x' }, edges[1]!] };
  expect(fixed('reliability/no-quality-gate', derived, 'raw-check-of-raw', 'd')).toMatchObject({
    from: 'raw',
    data: 'x',
  });
});

it('a delivery stream copies what it indexes; else one more reads the stream', () => {
  const rule = 'reliability/opensearch-sole-copy';
  const data = [{ id: 'd', freshnessSeconds: 30 }];
  const index = { id: 'a', kind: 'opensearch' };
  const stream = { id: 's', kind: 'kinesis-data-streams' };
  const direct = {
    data,
    nodes: [stream, { id: 'f', kind: 'firehose' }, index],
    edges: [
      { id: 'in', from: 's', to: 'f', data: 'd' },
      { id: 'out', from: 'f', to: 'a', data: 'd' },
    ],
  };
  expect(fixed(rule, direct, 'f', 'a')).toMatchObject({ config: { backupMode: 'all' } });
  const coded = { ...direct, nodes: [stream, { id: 'f', kind: 'lambda' }, index] };
  expect(fixed(rule, coded, 'raw-d-delivery', 'a')).toMatchObject({ kind: 'firehose', config: { bufferSeconds: 30 } });
  expect(
    fixed(rule, { data, nodes: [{ id: 'f', kind: 'lambda' }, index], edges: [direct.edges[1]!] }, 'a'),
  ).toBeUndefined();
});

it('Spot moves to task nodes where there are some', () => {
  const after = (taskNodes: number) =>
    fixed(
      'reliability/emr-core-on-spot',
      { nodes: [{ id: 'a', kind: 'emr-ec2', config: { corePricing: 'spot', outputStorage: 'hdfs', taskNodes } }] },
      'a',
    );
  expect(after(1)).toMatchObject({ config: { corePricing: 'on-demand', taskPricing: 'spot' } });
  expect(after(0)?.config).not.toHaveProperty('taskPricing');
});
