import { defineRule, labelOf } from '../../../kit/rule';
import { service as s3 } from '../service';

/** Kinds that write logs: what they fill is a log bucket, and logging its requests would log the logging. */
const logWriters: ReadonlySet<string> = new Set(['cloudtrail', 'cloudwatch']);

export const rule = defineRule(s3, {
  id: 'operations/bucket-access-log-off',
  severity: 'info',
  since: '0.1.0',
  summary: 'Log the requests to a bucket.',
  why: 'Without a log nobody can say who fetched or deleted an object, or which client still uses an old path.',
  exceptions: 'Buckets that receive logs, and buckets whose data events the audit trail records.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['5.4'], hub: ['S3.9'], nag: ['S1'], checkov: ['CKV_AWS_18'] },
  check({ node, graph, need, know, report, set }) {
    if (
      graph.roleOf(node) === 'observe' ||
      graph.edgesIn(node).some((edge) => logWriters.has(graph.from(edge)?.kind ?? ''))
    )
      return;
    if (need(node, ['logs']).length > 0) return;
    if (know(graph.pipeline.architecture, ['trail', 'dataEvents'])?.includes(node.id)) return;
    report({
      at: ['logs'],
      message: `Requests to ${labelOf(node)} are not logged; nobody can say later who fetched or deleted an object. Switch on access logs.`,
      fix: { title: 'Log requests', edits: [set(node, ['logs'], ['access'])] },
    });
  },
});
