import type { JsonObject } from '../model/json';

/**
 * Nodes as fixes put them into a design: with the settings that the rules ask of their kind, so that a fix does not
 * trade one finding for another. What depends on the design (retention, owner, keys) the fix fills in.
 */
export const newcomers = {
  'kinesis-data-streams': {
    label: 'Stream',
    encryption: 'aws-managed',
    alarms: ['iterator-age', 'failure'],
    config: {},
  },
  firehose: {
    label: 'Delivery',
    encryption: 'aws-managed',
    alarms: ['freshness', 'failure'],
    config: { bufferSeconds: 300, bufferMB: 128, errorPrefix: 'errors/' },
  },
  lambda: {
    label: 'Function',
    idempotent: true,
    alarms: ['failure', 'iterator-age'],
    config: { onFailure: 'queue', maxRetries: 3, bisectOnError: true },
  },
  s3: {
    label: 'Store',
    logs: ['access'],
    config: { versioning: 'enabled', tlsOnly: true, lifecycle: [{ noncurrentDays: 30 }] },
  },
  athena: {
    label: 'Questions',
    config: { enforceWorkgroup: true, resultEncryption: 'SSE_S3', scanLimitGB: 100 },
  },
  quicksight: { label: 'Dashboard', config: { queryMode: 'SPICE', refreshMinutes: 60 } },
  'glue-catalog': { label: 'Catalog', config: {} },
  'lake-formation': { label: 'Permissions', config: {} },
  sqs: { label: 'Failed messages', config: {} },
  'step-functions': {
    label: 'Order of jobs',
    alarms: ['failure'],
    config: { logLevel: 'ERROR', retryCatch: true, tracing: true },
  },
  'glue-crawler': { label: 'Crawler', config: { intervalMinutes: 1440, securityConfiguration: 'crawler-logs' } },
  'glue-data-quality': { label: 'Quality check', config: {} },
  msk: {
    label: 'Kafka',
    alarms: ['lag', 'failure'],
    logs: ['broker'],
    subnet: 'private',
    vpcEndpoint: true,
    azCount: 3,
    config: { auth: ['iam'] },
  },
  'iot-core': { label: 'Devices', logs: ['error'], alarms: ['failure'], config: {} },
  'kinesis-video-streams': { label: 'Video stream', alarms: ['failure'], config: {} },
  'glue-job': {
    label: 'Job',
    idempotent: true,
    retries: 2,
    alarms: ['failure'],
    config: { autoScaling: true, workers: 10, securityConfiguration: 'job-encryption' },
  },
  'emr-serverless': { label: 'Job', idempotent: true, retries: 2, alarms: ['failure'], config: {} },
  'emr-ec2': {
    label: 'Cluster',
    idempotent: true,
    retries: 2,
    subnet: 'private',
    vpcEndpoint: true,
    tls: 'required',
    logs: ['task'],
    alarms: ['failure'],
    config: { securityConfiguration: 'cluster-encryption', autoTermination: true },
  },
  dms: {
    label: 'Replication',
    subnet: 'private',
    vpcEndpoint: true,
    azCount: 2,
    retries: 2,
    logs: ['task'],
    alarms: ['failure', 'lag'],
    config: {},
  },
  datasync: { label: 'Copy', logs: ['task'], alarms: ['failure'], config: {} },
  appflow: { label: 'Flow', alarms: ['failure'], config: {} },
  'data-exchange': { label: 'Subscription', alarms: ['failure'], config: { autoExport: true } },
  'api-gateway': {
    label: 'API',
    logs: ['access'],
    config: { authorization: 'iam', throttle: { ratePerSec: 500, burst: 1000 }, waf: true },
  },
} as const satisfies Readonly<Record<string, JsonObject & { label: string; config: JsonObject }>>;

export type NewcomerKind = keyof typeof newcomers;

export const isNewcomer = (kind: string): kind is NewcomerKind => Object.hasOwn(newcomers, kind);
