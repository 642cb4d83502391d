import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as emrEc2 } from '../../../services/emr-ec2/service';
import { isSkilled } from '../../skills';
import { batchEngines } from '../../tables/batch-engines';

const busyHours = batchEngines.clusterHoursMin.value;

export const rule = defineRule(emrEc2, {
  id: 'fit/emr-cluster-unneeded',
  severity: 'info',
  since: '0.1.0',
  summary: 'Run new Spark work per job, without a cluster.',
  why: 'A cluster is sized, patched and paid also while it waits; a job that is billed by itself is not.',
  exceptions:
    'Applications moved unchanged, other frameworks, teams that want to run clusters, and clusters at work for half the day.',
  source: [batchEngines.clusterHoursMin.source, 'https://docs.aws.amazon.com/glue/latest/dg/what-is-glue.html'],
  fix: 'refactor',
  references: { lens: ['8.1', '11.3', '15.7'] },
  check({ node, graph, matrix, need, know, report }) {
    const { architecture } = graph.pipeline;
    if (need(node, ['config', 'framework']) !== 'spark' || need(node, ['config', 'migration'])) return;
    if (need(architecture, ['opsPreference']) !== 'managed') return;
    const hours = need(node, ['hoursPerDay']);
    if (hours >= busyHours) return;
    const kind = isSkilled(architecture) ? 'emr-serverless' : 'glue-job';
    const change = new Refactoring(graph);
    // What a cluster keeps in HDFS has no other place yet.
    const replaced =
      know(node, ['config', 'outputStorage']) !== 'hdfs' &&
      replaceBy(change, graph, matrix, node as PipelineNode, kind);
    report({
      message: `${labelOf(node)} is a cluster for a new Spark job of ${amount(hours)} h/day. EMR Serverless or Glue bills per job, with no cluster to run.`,
      values: { hoursPerDay: hours },
      fix: replaced ? { title: `Replace it by ${graph.kinds.get(kind)!.label}`, edits: change.edits } : undefined,
    });
  },
});
