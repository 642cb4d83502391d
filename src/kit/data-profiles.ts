import type { DataSet } from '../model/vocabulary';

/**
 * Profiles of common data, to fill what a design does not say yet. What only the owner can know is in none of them: the
 * owner, the question, volumes, sensitivity, and how long the data must be kept.
 */
export interface DataProfile {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly fields: Partial<DataSet>;
}

export const dataProfiles: readonly DataProfile[] = [
  {
    id: 'clickstream',
    label: 'Clickstream',
    description: 'What visitors do on a page or in an app, as events.',
    fields: {
      arrival: 'stream',
      burstFactor: 5,
      avgRecordKB: 1,
      structure: 'semi-structured',
      format: 'json',
      schemaEvolution: 'additive',
      trust: 'medium',
      reproducible: false,
      freshnessSeconds: 300,
      replayHours: 24,
      hotDays: 30,
      accessPattern: 'decaying',
      workload: 'analytical',
      mutation: 'append',
      ordering: 'none',
      delivery: 'at-least-once',
    },
  },
  {
    id: 'sensor-stream',
    label: 'Sensor stream',
    description: 'Measurements of devices, small and many.',
    fields: {
      arrival: 'stream',
      burstFactor: 2,
      avgRecordKB: 0.5,
      structure: 'semi-structured',
      format: 'json',
      schemaEvolution: 'additive',
      trust: 'medium',
      reproducible: false,
      freshnessSeconds: 60,
      replayHours: 24,
      hotDays: 30,
      accessPattern: 'decaying',
      workload: 'time-series',
      mutation: 'append',
      ordering: 'per-key',
      delivery: 'at-least-once',
    },
  },
  {
    id: 'nightly-export',
    label: 'Nightly export',
    description: 'A file or table that a system hands over once a day.',
    fields: {
      arrival: 'batch',
      intervalMinutes: 1440,
      structure: 'structured',
      format: 'csv',
      schemaKnown: true,
      trust: 'high',
      reproducible: true,
      freshnessSeconds: 86_400,
      replayHours: 0,
      hotDays: 90,
      accessPattern: 'decaying',
      workload: 'analytical',
      mutation: 'append',
      ordering: 'none',
      delivery: 'at-least-once',
    },
  },
  {
    id: 'customer-master',
    label: 'Customer master',
    description: 'The record of who the customers are, changed row by row.',
    fields: {
      arrival: 'batch',
      structure: 'structured',
      format: 'relational',
      schemaKnown: true,
      schemaEvolution: 'additive',
      trust: 'high',
      reproducible: false,
      replayHours: 0,
      accessPattern: 'steady',
      workload: 'relational',
      mutation: 'upsert',
      ordering: 'per-key',
      delivery: 'exactly-once',
      erasure: true,
    },
  },
  {
    id: 'application-log',
    label: 'Application log',
    description: 'Lines that services write about themselves.',
    fields: {
      arrival: 'stream',
      burstFactor: 10,
      avgRecordKB: 0.5,
      structure: 'semi-structured',
      format: 'text-log',
      trust: 'high',
      reproducible: false,
      freshnessSeconds: 300,
      replayHours: 0,
      hotDays: 14,
      accessPattern: 'decaying',
      workload: 'log-analytics',
      mutation: 'append',
      ordering: 'none',
      delivery: 'at-least-once',
    },
  },
  {
    id: 'video',
    label: 'Video',
    description: 'Pictures of cameras, in large pieces.',
    fields: {
      arrival: 'stream',
      structure: 'unstructured',
      format: 'video',
      trust: 'high',
      reproducible: false,
      replayHours: 24,
      hotDays: 7,
      accessPattern: 'decaying',
      mutation: 'append',
      ordering: 'per-key',
    },
  },
  {
    id: 'third-party-file',
    label: 'Third-party file',
    description: 'Files of a provider outside, of whatever quality.',
    fields: {
      arrival: 'batch',
      intervalMinutes: 1440,
      structure: 'structured',
      format: 'csv',
      schemaKnown: true,
      schemaEvolution: 'breaking',
      trust: 'low',
      reproducible: true,
      freshnessSeconds: 86_400,
      replayHours: 0,
      hotDays: 90,
      accessPattern: 'steady',
      workload: 'analytical',
      mutation: 'append',
      ordering: 'none',
      delivery: 'at-least-once',
    },
  },
];

/** The fields of a profile that a data set does not declare yet. */
export function missingFields(data: DataSet, { fields }: DataProfile): Partial<DataSet> {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => data[field as keyof DataSet] === undefined));
}
