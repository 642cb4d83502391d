import * as z from 'zod';

/**
 * The words of a design: every list entry of a `*.pipeline.json`, with titles, units, help and defaults.
 *
 * One source for four things: the types, the check, the JSON Schema and the inspector's form. A field without a value
 * and without a `.default()` is unknown; a `.default()` is what a new AWS resource has, or what the method assumes.
 * Units are fixed: GB = 10^9, MB = 10^6, KB = 10^3 bytes; rates per second are one-minute peaks or long means as named.
 */

declare module 'zod' {
  interface GlobalMeta {
    /** Unit shown behind the input: `GB`, `s`, `records/s`. */
    unit?: string;
    /** Heading of the group of fields in a form. */
    group?: string;
    /** The value is the id of an entry of this list: completed, checked, followed and renamed. */
    references?: ReferenceTarget;
    /** Changing it replaces the resource or is not offered in forms. */
    advanced?: boolean;
    /** Text of several lines. */
    multiline?: boolean;
    /** Where AWS states the limits of the value: shown with a value outside of them. */
    source?: string;
  }
}

/** What an id in a field points to; `node:kms` narrows to nodes of one kind. */
export type ReferenceTarget = 'nodes' | 'data' | 'edges' | 'personas' | 'roles' | 'groups' | `node:${string}`;

/** Ids are slugs, fixed when the element is made: construct ids and suppressions hang on them. */
export const slugPattern = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?$/;
const slug = z
  .string()
  .max(64)
  .regex(slugPattern, 'use letters, digits, "-", "_" and ".", starting and ending with a letter or digit');

const text = z.string();
const flag = z.boolean();
/** Any object. Its fields are checked elsewhere, or by nobody. */
const jsonObject = z.looseObject({});
const amount = z.number().nonnegative();
const count = z.int().nonnegative();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write HH:MM in UTC');
const date = z.iso.date();
const region = z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'write a Region code such as eu-west-1');
const countedColumn = z.strictObject({
  column: text.meta({ title: 'Column' }),
  cardinality: count.optional().meta({ title: 'Distinct values' }),
});

export const environments = ['production', 'staging', 'development', 'sandbox'] as const;
export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const;
export const formats = [
  'csv',
  'tsv',
  'json',
  'jsonl',
  'xml',
  'text-log',
  'avro',
  'protobuf',
  'parquet',
  'orc',
  'iceberg',
  'hudi',
  'delta',
  'relational',
  'image',
  'audio',
  'video',
  'document',
  'binary',
] as const;
export const codecs = ['none', 'gzip', 'deflate', 'bzip2', 'snappy', 'zstd', 'lz4', 'lzo', 'zip', 'tar'] as const;
export const workloads = [
  'transactional',
  'analytical',
  'relational',
  'key-value',
  'document',
  'wide-column',
  'graph',
  'time-series',
  'cache',
  'ledger',
  'search',
  'log-analytics',
  'ml-training',
  'archive',
] as const;
export const zones = ['drop', 'landing', 'raw', 'trusted', 'analytics', 'curated', 'serving'] as const;
export const nodeRoles = [
  'source',
  'ingest',
  'store',
  'process',
  'catalog',
  'govern',
  'consume',
  'orchestrate',
  'observe',
  'staging',
  'backup',
] as const;
export const edgeKinds = ['data', 'query', 'control', 'metadata'] as const;
export const encryptions = ['none', 'aws-owned', 'aws-managed', 'cmk'] as const;

const environment = z.enum(environments);
const classification = z.enum(classifications);
const format = z.enum(formats);
const codec = z.enum(codecs);

export const architectureSchema = z
  .strictObject({
    environment: environment
      .default('production')
      .meta({ title: 'Environment', description: 'Scales the severity of findings.' }),
    region: region.optional().meta({ title: 'Region', description: 'Home Region of the design.' }),
    drRegion: region.optional().meta({ title: 'Recovery Region', description: 'Second Region for recovery.' }),
    drRpoMinutes: amount
      .optional()
      .meta({ title: 'Recovery point objective', unit: 'min', description: 'Largest acceptable data loss.' }),
    iac: z
      .enum(['none', 'cloudformation', 'cdk', 'terraform', 'other'])
      .optional()
      .meta({ title: 'Infrastructure as code', description: 'How the design is deployed.' }),
    versionControl: flag
      .optional()
      .meta({ title: 'Version control', description: 'Templates and job code are versioned.' }),
    newAccounts: flag.optional().meta({
      title: 'New accounts',
      description: 'The account has not used services that are closed to new customers.',
    }),
    teamSkills: z
      .array(z.enum(['sql', 'python', 'spark', 'hadoop', 'kafka', 'flink', 'bi']))
      .default([])
      .meta({ title: 'Team skills' }),
    opsPreference: z
      .enum(['managed', 'control'])
      .default('managed')
      .meta({ title: 'Operations', description: 'Whether the team wants to run clusters itself.' }),
    costTags: z.array(text).default([]).meta({ title: 'Cost tags', description: 'Tag keys every node must carry.' }),
    macie: flag.default(false).meta({ title: 'Sensitive-data discovery', description: 'Amazon Macie is on.' }),
    trail: z
      .strictObject({
        enabled: flag.default(false).meta({ title: 'Trail enabled' }),
        multiRegion: flag.default(false).meta({ title: 'All Regions' }),
        dataEvents: z
          .array(text.meta({ references: 'nodes' }))
          .default([])
          .meta({ title: 'Data events', description: 'Stores with object or item events.' }),
        validation: flag.default(false).meta({ title: 'Log file validation' }),
        locked: flag
          .default(false)
          .meta({ title: 'Locked log', description: 'Log bucket with object lock, or an immutable copy.' }),
      })
      .optional()
      .meta({ title: 'Audit trail', description: 'The CloudTrail trail that covers this design.' }),
  })
  .meta({ title: 'Architecture', description: 'What holds for the whole design.' });

export const dataSetSchema = z
  .strictObject({
    id: slug.meta({ title: 'Id', description: 'Identity of the data set along edges and in stores.' }),
    name: text.optional().meta({ title: 'Name', description: 'Label in messages; the id when left out.' }),
    description: text.optional().meta({ title: 'Description', multiline: true }),
    systemOfRecord: z
      .union([text, z.array(text)])
      .optional()
      .meta({
        title: 'System of record',
        references: 'nodes',
        description: 'The store that is right when copies differ; a list when disputed.',
      }),
    owner: text.optional().meta({ title: 'Owner', group: 'Value', description: 'Accountable person or team.' }),
    question: text.optional().meta({
      title: 'Question',
      group: 'Value',
      description: 'What the data answers, or "exploration"; several questions separated by ";".',
    }),
    criticality: z
      .enum(['low', 'medium', 'high', 'critical'])
      .default('medium')
      .meta({ title: 'Criticality', group: 'Value', description: 'Cost of losing or delaying it.' }),
    totalGB: amount.optional().meta({ title: 'Stored now', unit: 'GB', group: 'Volume' }),
    dailyGB: amount.optional().meta({
      title: 'Growth or flow',
      unit: 'GB/day',
      group: 'Volume',
      description: 'Derived from the velocity when left out.',
    }),
    growthPctYear: z.number().default(0).meta({ title: 'Yearly growth', unit: '%/year', group: 'Volume' }),
    arrival: z.enum(['batch', 'micro-batch', 'stream']).optional().meta({ title: 'Arrival', group: 'Velocity' }),
    intervalMinutes: amount.optional().meta({ title: 'Time between batches', unit: 'min', group: 'Velocity' }),
    avgRecordsPerSec: amount.optional().meta({ title: 'Mean rate', unit: 'records/s', group: 'Velocity' }),
    peakRecordsPerSec: amount.optional().meta({
      title: 'Peak rate',
      unit: 'records/s',
      group: 'Velocity',
      description: 'Busiest minute; mean rate times burst factor when left out.',
    }),
    burstFactor: amount.optional().meta({
      title: 'Burst factor',
      group: 'Velocity',
      description: 'Peak divided by mean; 1 when neither is known.',
    }),
    avgRecordKB: amount.optional().meta({ title: 'Mean record', unit: 'KB', group: 'Velocity' }),
    maxRecordKB: amount.optional().meta({
      title: 'Largest record',
      unit: 'KB',
      group: 'Velocity',
      description: 'Four times the mean record when left out.',
    }),
    structure: z
      .enum(['structured', 'semi-structured', 'unstructured'])
      .optional()
      .meta({ title: 'Structure', group: 'Variety', description: 'Follows from the format when left out.' }),
    format: format.optional().meta({ title: 'Format', group: 'Variety' }),
    columns: z
      .array(
        z.strictObject({
          name: text.meta({ title: 'Name' }),
          type: text.meta({ title: 'Type', description: 'Hive type.' }),
          description: text.optional().meta({ title: 'Description' }),
        }),
      )
      .optional()
      .meta({
        title: 'Columns',
        group: 'Variety',
        description: 'Used by format conversion, catalog tables and local queries.',
      }),
    sourceCount: count.default(1).meta({ title: 'Sources merged', group: 'Variety' }),
    schemaKnown: flag.optional().meta({
      title: 'Schema known',
      group: 'Variety',
      description: 'A schema exists before reading; true for structured data.',
    }),
    schemaEvolution: z
      .enum(['none', 'additive', 'breaking'])
      .default('none')
      .meta({ title: 'Schema changes', group: 'Variety' }),
    trust: z
      .enum(['low', 'medium', 'high'])
      .default('medium')
      .meta({ title: 'Trust in the source', group: 'Veracity' }),
    qualityChecked: flag
      .default(false)
      .meta({ title: 'Quality checked', group: 'Veracity', description: 'A rule set is applied.' }),
    reproducible: flag
      .default(false)
      .meta({ title: 'Reproducible', group: 'Veracity', description: 'Can be rebuilt from another store or source.' }),
    freshnessSeconds: amount
      .optional()
      .meta({ title: 'Freshness', unit: 's', group: 'Need', description: 'From the event to usable at the consumer.' }),
    queryLatencySeconds: amount.optional().meta({ title: 'Query latency', unit: 's', group: 'Need' }),
    replayHours: amount
      .default(0)
      .meta({ title: 'Replay', unit: 'h', group: 'Need', description: 'How far back consumers re-read the stream.' }),
    ordering: z.enum(['none', 'per-key', 'global']).default('none').meta({ title: 'Ordering', group: 'Need' }),
    delivery: z
      .enum(['at-most-once', 'at-least-once', 'exactly-once'])
      .default('at-least-once')
      .meta({ title: 'Delivery', group: 'Need' }),
    mutation: z
      .enum(['append', 'upsert', 'delete'])
      .default('append')
      .meta({ title: 'Changes to rows', group: 'Need' }),
    workload: z
      .enum(workloads)
      .optional()
      .meta({ title: 'Workload', group: 'Need', description: 'What the store must serve.' }),
    retentionDays: amount.optional().meta({ title: 'Useful for', unit: 'days', group: 'Life' }),
    legalHoldDays: amount
      .default(0)
      .meta({ title: 'Legal hold', unit: 'days', group: 'Life', description: 'How long it must be kept.' }),
    hotDays: amount.optional().meta({
      title: 'Hot for',
      unit: 'days',
      group: 'Life',
      description: 'Age after which reads become rare; the retention when left out.',
    }),
    readsPerMonth: amount.optional().meta({ title: 'Reads', unit: 'per object and month', group: 'Life' }),
    accessPattern: z
      .enum(['steady', 'decaying', 'spiky', 'unknown'])
      .optional()
      .meta({ title: 'Access pattern', group: 'Life' }),
    retrievalSeconds: amount.default(1).meta({ title: 'Longest wait for an old object', unit: 's', group: 'Life' }),
    queriesPerDay: amount.optional().meta({ title: 'Queries', unit: 'per day', group: 'Use' }),
    concurrentUsers: amount.optional().meta({ title: 'People at the same time', group: 'Use' }),
    transactionsPerSec: amount.default(0).meta({
      title: 'Transactions',
      unit: 'per s',
      group: 'Use',
      description: 'Single-record reads and writes by applications.',
    }),
    classification: classification.optional().meta({ title: 'Classification', group: 'Sensitivity' }),
    pii: flag.optional().meta({ title: 'Personal data', group: 'Sensitivity' }),
    piiColumns: z.array(text).default([]).meta({ title: 'Personal columns', group: 'Sensitivity' }),
    masked: flag.default(false).meta({
      title: 'Masked',
      group: 'Sensitivity',
      description: 'Personal fields are masked, tokenised or dropped.',
    }),
    regulations: z
      .array(z.enum(['gdpr', 'hipaa', 'pci', 'sox', 'other']))
      .default([])
      .meta({ title: 'Regulations', group: 'Sensitivity' }),
    erasure: flag.optional().meta({
      title: 'Erasure',
      group: 'Sensitivity',
      description: 'Single persons must be erasable; true with GDPR.',
    }),
    residency: z.array(region).optional().meta({
      title: 'Residency',
      group: 'Sensitivity',
      description: 'Regions where it may be stored; any when left out.',
    }),
    codec: codec.default('none').meta({ title: 'Compression', group: 'Layout' }),
    avgFileMB: amount.optional().meta({ title: 'Mean file', unit: 'MB', group: 'Layout' }),
    maxFileMB: amount.optional().meta({ title: 'Largest file', unit: 'MB', group: 'Layout' }),
    filesPerDay: amount.optional().meta({ title: 'Files', unit: 'per day', group: 'Layout' }),
    partitionColumns: z.array(countedColumn).default([]).meta({ title: 'Partition columns', group: 'Layout' }),
    partitionCount: count.optional().meta({ title: 'Partitions', group: 'Layout' }),
    bucketColumns: z.array(countedColumn).default([]).meta({ title: 'Bucket columns', group: 'Layout' }),
    bucketCount: count.default(0).meta({ title: 'Buckets', group: 'Layout' }),
    predicateColumns: z
      .array(countedColumn)
      .optional()
      .meta({ title: 'Filter columns', group: 'Layout', description: 'Columns that queries filter on.' }),
    columnsReadPct: z.number().min(0).max(100).default(100).meta({
      title: 'Columns read',
      unit: '%',
      group: 'Layout',
      description: 'Share of columns a typical query reads.',
    }),
  })
  .meta({
    title: 'Data set',
    description: 'What flows: the five Vs, needs, life and sensitivity of one kind of data.',
  });

const stringMap = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

export const statementSchema = z.strictObject({
  sid: text.optional().meta({ title: 'Statement id' }),
  effect: z.enum(['Allow', 'Deny']).meta({ title: 'Effect' }),
  actions: z.array(text).default([]).meta({ title: 'Actions' }),
  notActions: z.array(text).default([]).meta({ title: 'All actions except', advanced: true }),
  resources: z
    .array(text)
    .default([])
    .meta({ title: 'Resources', description: 'ARN patterns, node ids, or <node id>/<path>.' }),
  notResources: z.array(text).default([]).meta({ title: 'All resources except', advanced: true }),
  principals: z.array(text).default([]).meta({ title: 'Principals', description: 'Resource policies only.' }),
  notPrincipals: z.array(text).default([]).meta({ title: 'All principals except', advanced: true }),
  conditions: z
    .record(z.string(), z.union([stringMap, z.string(), z.array(z.string())]))
    .default({})
    .meta({ title: 'Conditions' }),
});

export const roleSchema = z
  .strictObject({
    id: slug.meta({ title: 'Id' }),
    trust: z.array(text).meta({ title: 'Trusted by', description: 'Principals that may assume the role.' }),
    trustConditions: stringMap.default({}).meta({ title: 'Trust conditions' }),
    managedPolicies: z.array(text).default([]).meta({ title: 'Managed policies' }),
    statements: z.array(statementSchema).default([]).meta({ title: 'Statements' }),
    usedBy: z
      .array(text.meta({ references: 'nodes' }))
      .optional()
      .meta({ title: 'Used by', description: 'Derived from the nodes that name the role when left out.' }),
  })
  .meta({
    title: 'Role',
    description: 'An IAM role written by hand; the export derives least-privilege roles where there is none.',
  });

export const nodeSchema = z
  .strictObject({
    id: slug.meta({ title: 'Id', description: 'Fixed when the node is made; the label may change.' }),
    kind: text.meta({ title: 'Service' }),
    label: text.optional().meta({ title: 'Label' }),
    position: z
      .strictObject({ x: z.number(), y: z.number() })
      .optional()
      .meta({ title: 'Position', unit: 'px', advanced: true }),
    data: z
      .array(text.meta({ references: 'data' }))
      .optional()
      .meta({ title: 'Data sets', description: 'What a store holds, or a source makes.' }),
    role: z
      .enum(nodeRoles)
      .optional()
      .meta({ title: 'Part in the pipeline', description: 'Follows from the service when left out.' }),
    zone: z.enum(zones).optional().meta({ title: 'Lake zone' }),
    environment: environment
      .optional()
      .meta({ title: 'Environment', group: 'Placement', description: 'The environment of the design when left out.' }),
    account: text.optional().meta({ title: 'Account', group: 'Placement' }),
    region: region
      .optional()
      .meta({ title: 'Region', group: 'Placement', description: 'The Region of the design when left out.' }),
    owner: text.optional().meta({ title: 'Owner', group: 'Ownership' }),
    tags: z.record(z.string(), z.string()).optional().meta({ title: 'Tags', group: 'Ownership' }),
    vpc: text.optional().meta({ title: 'VPC', group: 'Network' }),
    subnet: z.enum(['private', 'isolated', 'public', 'none']).optional().meta({ title: 'Subnet', group: 'Network' }),
    azCount: count.optional().meta({ title: 'Availability Zones', group: 'Network' }),
    public: flag
      .default(false)
      .meta({ title: 'Public', group: 'Network', description: 'Has a public endpoint or address.' }),
    ingressCidrs: z
      .array(text)
      .default([])
      .meta({ title: 'May connect', group: 'Network', description: 'CIDR blocks or security groups.' }),
    vpcEndpoint: flag
      .default(false)
      .meta({ title: 'Private endpoint', group: 'Network', description: 'For the AWS services it calls.' }),
    encryption: z.enum(encryptions).optional().meta({ title: 'Encryption at rest', group: 'Security' }),
    kmsKey: text.optional().meta({
      title: 'KMS key',
      group: 'Security',
      references: 'node:kms',
      description: 'A kms node, with encryption "cmk".',
    }),
    tls: z.enum(['required', 'optional', 'off']).optional().meta({ title: 'TLS', group: 'Security' }),
    secret: z
      .enum(['iam', 'secret', 'inline'])
      .default('iam')
      .meta({ title: 'Credential', group: 'Security', description: 'How it keeps its credential.' }),
    secretRef: text.optional().meta({ title: 'Secret', group: 'Security', references: 'node:secrets-manager' }),
    rotationDays: amount.optional().meta({ title: 'Secret rotation', unit: 'days', group: 'Security' }),
    roleRef: text.optional().meta({
      title: 'Role',
      group: 'Security',
      references: 'roles',
      description: 'Execution role; derived from the edges when left out.',
    }),
    policy: z
      .strictObject({ statements: z.array(statementSchema).default([]) })
      .optional()
      .meta({ title: 'Resource policy', group: 'Security', advanced: true }),
    logs: z
      .array(z.enum(['audit', 'access', 'error', 'slow', 'broker', 'task', 'execution']))
      .default([])
      .meta({ title: 'Logs', group: 'Operations' }),
    alarms: z
      .array(z.enum(['failure', 'lag', 'iterator-age', 'freshness', 'cost']))
      .default([])
      .meta({ title: 'Alarms', group: 'Operations' }),
    backupDays: amount.optional().meta({ title: 'Backups kept', unit: 'days', group: 'Operations' }),
    deletionProtection: flag.default(false).meta({ title: 'Deletion protection', group: 'Operations' }),
    retries: count.optional().meta({ title: 'Retries', group: 'Operations' }),
    idempotent: flag
      .optional()
      .meta({ title: 'Idempotent', group: 'Operations', description: 'A rerun gives the same result.' }),
    durationMinutes: amount.optional().meta({ title: 'Expected run time', unit: 'min', group: 'Operations' }),
    timeoutMinutes: amount.optional().meta({ title: 'Time limit', unit: 'min', group: 'Operations' }),
    hoursPerDay: z.number().min(0).max(24).optional().meta({ title: 'Used', unit: 'h/day', group: 'Operations' }),
    utilisationPct: z.number().min(0).max(100).optional().meta({ title: 'Mean use', unit: '%', group: 'Operations' }),
    config: jsonObject.optional().meta({ title: 'Configuration' }),
    confirmed: flag.default(false).meta({
      title: 'Configuration confirmed',
      description: 'A person has looked at it: findings that rest on defaults keep their severity.',
    }),
    locked: flag.default(false).meta({ title: 'Locked position', advanced: true }),
    notes: text.optional().meta({ title: 'Notes', multiline: true }),
  })
  .meta({ title: 'Node', description: 'A service, a source or a consumer.' });

export const edgeSchema = z
  .strictObject({
    id: slug.meta({ title: 'Id' }),
    from: text.meta({ title: 'From', references: 'nodes' }),
    to: text.meta({ title: 'To', references: 'nodes' }),
    label: text.optional().meta({ title: 'Label' }),
    kind: z.enum(edgeKinds).default('data').meta({ title: 'Meaning' }),
    data: text.optional().meta({ title: 'Data set', references: 'data', description: 'What flows.' }),
    trigger: z
      .enum(['schedule', 'event', 'demand', 'continuous'])
      .optional()
      .meta({ title: 'Started by', group: 'Schedule' }),
    intervalMinutes: amount.optional().meta({ title: 'Interval', unit: 'min', group: 'Schedule' }),
    startAt: clock.optional().meta({ title: 'First start', unit: 'HH:MM UTC', group: 'Schedule' }),
    prefix: text.optional().meta({
      title: 'Prefix or table',
      group: 'Transfer',
      description: 'Read or written; the whole store when left out.',
    }),
    load: z.enum(['full', 'incremental', 'cdc']).optional().meta({ title: 'Load', group: 'Transfer' }),
    transform: z
      .enum(['none', 'light', 'full', 'stateful'])
      .default('none')
      .meta({ title: 'Transform', group: 'Transfer' }),
    masks: flag.default(false).meta({ title: 'Masks personal data', group: 'Transfer' }),
    via: z
      .enum(['native', 'lambda', 'connector', 'insert', 's3-select', 'federated', 'zero-etl', 'copy'])
      .optional()
      .meta({ title: 'Joined by', group: 'Transfer' }),
    format: format.optional().meta({ title: 'Format on the wire', group: 'Transfer' }),
    codec: codec.optional().meta({ title: 'Compression on the wire', group: 'Transfer' }),
    encrypted: flag.optional().meta({ title: 'Encrypted', group: 'Security', description: 'TLS; true for AWS APIs.' }),
    private: flag.default(false).meta({ title: 'Private network', group: 'Security' }),
    crossAccount: flag.optional().meta({ title: 'Crosses accounts', group: 'Security' }),
    crossRegion: flag.optional().meta({ title: 'Crosses Regions', group: 'Security' }),
    credential: z.enum(['iam', 'secret', 'inline']).default('iam').meta({ title: 'Credential', group: 'Security' }),
    onFailure: z
      .enum(['none', 'retry', 'dlq', 'alarm'])
      .default('none')
      .meta({ title: 'On failure', group: 'Operations' }),
    freshnessSeconds: amount.optional().meta({
      title: 'Freshness',
      unit: 's',
      group: 'Operations',
      description: 'Need of this consumer, where it differs from the data set.',
    }),
    notes: text.optional().meta({ title: 'Notes', multiline: true }),
  })
  .meta({ title: 'Edge', description: 'Data, queries, control or metadata from one node to another.' });

export const groupSchema = z
  .strictObject({
    id: slug.meta({ title: 'Id' }),
    kind: z.enum(['account', 'region', 'vpc', 'subnet', 'lake', 'zone', 'group']).meta({ title: 'Kind' }),
    label: text.optional().meta({ title: 'Label' }),
    parent: text.optional().meta({ title: 'Parent', references: 'groups' }),
    nodes: z
      .array(text.meta({ references: 'nodes' }))
      .default([])
      .meta({ title: 'Nodes' }),
    collapsed: flag.default(false).meta({ title: 'Collapsed' }),
    account: text.optional().meta({ title: 'Account', description: 'Of an account group.' }),
    region: region.optional().meta({ title: 'Region', description: 'Of a Region group.' }),
    subnet: z
      .enum(['private', 'isolated', 'public'])
      .optional()
      .meta({ title: 'Subnet', description: 'Of a subnet group.' }),
    zone: z.enum(zones).optional().meta({ title: 'Lake zone', description: 'Of a zone group.' }),
    cidr: z
      .string()
      .regex(
        /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\/(?:1[6-7])$/,
        'write an IPv4 range of /16 or /17, such as 10.0.0.0/16',
      )
      .optional()
      .meta({ title: 'Address range', description: 'Of a VPC group; 10.0.0.0/16 when left out.' }),
    azCount: z
      .int()
      .min(2)
      .max(3)
      .optional()
      .meta({ title: 'Availability Zones', description: 'Of a VPC group: 2 or 3; 3 when left out.' }),
    natGateways: z
      .int()
      .min(0)
      .max(3)
      .default(0)
      .meta({ title: 'NAT gateways', description: 'Of a VPC group: ways out for private subnets; none by default.' }),
  })
  .meta({ title: 'Group', description: 'Account, Region, VPC, subnet, lake, zone, or any frame.' });

export const personaSchema = z
  .strictObject({
    id: slug.meta({ title: 'Id' }),
    name: text.meta({ title: 'Name' }),
    type: z
      .enum([
        'data-engineer',
        'data-scientist',
        'data-analyst',
        'business-analyst',
        'executive',
        'devops',
        'data-steward',
        'auditor',
        'application',
        'external',
      ])
      .meta({ title: 'Type' }),
    needs: z
      .array(z.enum(['dashboard', 'ad-hoc-sql', 'monitoring', 'ml', 'pipeline']))
      .optional()
      .meta({ title: 'Needs', description: 'Follows from the type when left out.' }),
    clearance: classification
      .default('internal')
      .meta({ title: 'Clearance', description: 'Highest class they may read.' }),
    identity: z.enum(['federated', 'role', 'iam-user']).default('federated').meta({ title: 'Signs in as' }),
  })
  .meta({ title: 'Persona', description: 'Who works with the data.' });

export const grantSchema = z
  .strictObject({
    id: slug.optional().meta({ title: 'Id' }),
    persona: text.meta({ title: 'Persona', references: 'personas' }),
    node: text.meta({ title: 'Node', references: 'nodes' }),
    data: text.meta({ title: 'Data set', references: 'data' }),
    level: z.enum(['read', 'write', 'admin']).default('read').meta({ title: 'Level' }),
    scope: z.enum(['store', 'database', 'table', 'column', 'row', 'prefix']).default('store').meta({ title: 'Scope' }),
    mechanism: z
      .enum(['lake-formation', 'iam', 'redshift', 'opensearch', 'quicksight'])
      .default('iam')
      .meta({ title: 'Enforced by' }),
    expires: date.optional().meta({ title: 'Expires' }),
    reason: text.optional().meta({ title: 'Reason' }),
  })
  .meta({ title: 'Grant', description: 'Who may do what with which data set, where.' });

export const suppressionSchema = z
  .strictObject({
    rule: text.meta({ title: 'Rule' }),
    on: text.optional().meta({ title: 'Element', description: 'Id of the element; left out for the whole design.' }),
    reason: text.optional().meta({ title: 'Reason' }),
    owner: text.optional().meta({ title: 'Owner' }),
    until: date.optional().meta({ title: 'Until', description: 'From the day after, the finding returns.' }),
  })
  .meta({ title: 'Suppression', description: 'A finding accepted on one element, with the reason.' });

export const querySchema = z
  .strictObject({
    id: slug.meta({ title: 'Id' }),
    name: text.optional().meta({ title: 'Name' }),
    description: text.optional().meta({ title: 'Description' }),
    node: text.optional().meta({ title: 'Runs on', references: 'nodes' }),
    database: text.optional().meta({ title: 'Database' }),
    sql: text.meta({ title: 'SQL', multiline: true }),
  })
  .meta({ title: 'Query', description: 'Named SQL.' });

export const noteSchema = z
  .strictObject({
    id: slug.meta({ title: 'Id' }),
    text: text.meta({ title: 'Text', multiline: true }),
    position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
    on: text.optional().meta({ title: 'Element' }),
  })
  .meta({ title: 'Note', description: 'Free text on the canvas.' });

export const viewSchema = z
  .strictObject({
    id: slug.meta({ title: 'Id' }),
    name: text.optional().meta({ title: 'Name' }),
    filter: jsonObject.optional(),
    viewport: z.strictObject({ x: z.number(), y: z.number(), zoom: z.number().positive() }).optional(),
  })
  .meta({ title: 'View', description: 'Saved filter and viewport.' });

/** The lists of a document and what their entries look like, in canonical order. */
export const listSchemas = {
  data: dataSetSchema,
  nodes: nodeSchema,
  edges: edgeSchema,
  groups: groupSchema,
  personas: personaSchema,
  grants: grantSchema,
  roles: roleSchema,
  queries: querySchema,
  notes: noteSchema,
  views: viewSchema,
  suppressions: suppressionSchema,
} as const;

export type ListName = keyof typeof listSchemas;
export const listNames = Object.keys(listSchemas) as ListName[];

/** Single values at the top of the document. */
export const headSchema = z.strictObject({
  version: z.literal(1).meta({ title: 'Format version' }),
  name: text.meta({ title: 'Name', description: 'Name of the design; free text.' }),
  description: text.optional().meta({ title: 'Description', multiline: true }),
  architecture: architectureSchema.optional(),
});

/** Entries as people write them: what is left out is undefined. */
export type Architecture = z.input<typeof architectureSchema>;
export type DataSet = z.input<typeof dataSetSchema>;
export type PipelineNode = z.input<typeof nodeSchema>;
export type Edge = z.input<typeof edgeSchema>;
export type Group = z.input<typeof groupSchema>;
export type Persona = z.input<typeof personaSchema>;
export type Grant = z.input<typeof grantSchema>;
export type Role = z.input<typeof roleSchema>;
export type Statement = z.input<typeof statementSchema>;
export type Suppression = z.input<typeof suppressionSchema>;
export type Query = z.input<typeof querySchema>;
export type Note = z.input<typeof noteSchema>;
export type View = z.input<typeof viewSchema>;
export type Format = (typeof formats)[number];
export type Codec = (typeof codecs)[number];

export interface Entries {
  data: DataSet;
  nodes: PipelineNode;
  edges: Edge;
  groups: Group;
  personas: Persona;
  grants: Grant;
  roles: Role;
  queries: Query;
  notes: Note;
  views: View;
  suppressions: Suppression;
}

/** A design: every list is there, empty when the file has none. Entries hold only values that passed the check. */
export type Pipeline = {
  version: 1;
  name: string;
  description?: string | undefined;
  architecture: Architecture;
} & { readonly [L in ListName]: readonly Entries[L][] };
