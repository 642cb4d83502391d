import { defineRule, labelOf } from '../../../kit/rule';
import { service as s3 } from '../service';

export const rule = defineRule(s3, {
  id: 'security/object-access-not-logged',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Record reads of confidential objects as data events of the trail.',
  why: 'A trail records who changed a bucket, not who read an object; only data events do.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/cloudtrail-logging-s3-info.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: { lens: ['5.4'], hub: ['S3.22', 'S3.23'] },
  check({ node, graph, need, each, report, set }) {
    const { architecture } = graph.pipeline;
    const logged = need(architecture, ['trail', 'dataEvents']);
    if (logged.includes(node.id)) return;
    let told = false;
    each(graph.dataOf(node), (data) => {
      const classification = need(data, ['classification']);
      if (told || (classification !== 'confidential' && classification !== 'restricted')) return;
      told = true;
      report({
        message: `Reads of ${labelOf(node)} leave no object-level record, and it holds ${classification} data "${labelOf(data)}". Add the bucket to the data events of the trail.`,
        values: { classification },
        related: [{ element: data, message: `Classified ${classification}` }],
        fix: {
          title: 'Record its data events',
          edits: [set(architecture, ['trail', 'dataEvents'], [...logged, node.id])],
        },
      });
    });
  },
});
