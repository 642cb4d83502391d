import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { defineRule, labelOf } from '../../../kit/rule';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as emrServerless } from '../../../services/emr-serverless/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { batchEngines } from '../../tables/batch-engines';

const onCluster: readonly string[] = batchEngines.frameworks.value['emr-ec2'];

export const rule = defineRule([glueJob, emrServerless], {
  id: 'fit/hadoop-migration-off-emr',
  severity: 'info',
  since: '0.1.0',
  summary: 'Move existing Hadoop and Spark applications to EMR, where they run as they are.',
  why: 'Libraries, settings of the cluster and paths in HDFS belong to an application: without a cluster each has to be found and rewritten.',
  exceptions: 'A Python shell or Ray job is no application of a cluster.',
  source: [
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-what-is-emr.html',
    batchEngines.frameworks.source,
  ],
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check({ node, graph, matrix, need, know, any, report }) {
    const framework = String(need(node, ['config', 'framework']));
    const jobType = node.kind === glueJob.kind ? know(node, ['config', 'jobType']) : undefined;
    if (!onCluster.includes(framework) || jobType === 'python-shell' || jobType === 'ray') return;
    const migration = need(node, ['config', 'migration']) === true;
    const wanted = any(
      () => migration,
      () => need(graph.pipeline.architecture, ['opsPreference']) === 'control',
    );
    if (!wanted) return;
    const change = new Refactoring(graph);
    const replaced = replaceBy(change, graph, matrix, node as PipelineNode, 'emr-ec2', {
      config: { framework, ...(migration && { migration }) },
    });
    report({
      message: migration
        ? `${labelOf(node)} is a ${framework} application moved unchanged, and has no cluster to run on here: parts of it would be rewritten. Amazon EMR runs it as it is.`
        : `The team wants to run its clusters itself, and ${labelOf(node)} has none. Amazon EMR runs ${framework} on a cluster that is yours to configure.`,
      values: { framework },
      fix: replaced ? { title: 'Replace it by EMR on EC2', edits: change.edits } : undefined,
    });
  },
});
