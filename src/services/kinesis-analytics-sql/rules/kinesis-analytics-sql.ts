import { heirInPlace, reportOf } from '../../../kit/retirement';
import { defineRule } from '../../../kit/rule';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'lifecycle/kinesis-analytics-sql',
  severity: 'error',
  since: '0.1.0',
  summary: 'Run SQL over streams in Managed Service for Apache Flink.',
  why: 'Applications of Kinesis Data Analytics for SQL are deleted: what the design draws cannot be made, and what ran has stopped.',
  source: service.retired!.source,
  fix: 'refactor',
  references: { lens: ['13.3'] },
  silences: ['fit/*'],
  check(work) {
    const { node, report } = work;
    report({ ...reportOf(node, service.label, service.retired!), fix: heirInPlace(work, node, service) });
  },
});
