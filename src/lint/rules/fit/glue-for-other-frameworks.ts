import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { defineRule, labelOf } from '../../../kit/rule';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as glueJob } from '../../../services/glue-job/service';
import { batchEngines } from '../../tables/batch-engines';

const { 'glue-job': inGlue, 'emr-serverless': inServerless } = batchEngines.frameworks.value;

export const rule = defineRule(glueJob, {
  id: 'fit/glue-for-other-frameworks',
  severity: 'error',
  since: '0.1.0',
  summary: 'Run Hive, HBase, Presto, Pig and Flink where they are installed.',
  why: 'Glue starts Spark and Python: a program for anything else does not start.',
  source: batchEngines.frameworks.source,
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check({ node, graph, matrix, need, know, report }) {
    const framework = need(node, ['config', 'framework']);
    if (includes(inGlue, framework)) return;
    const kind =
      includes(inServerless, framework) && !know(node, ['config', 'migration']) ? 'emr-serverless' : 'emr-ec2';
    const migration = know(node, ['config', 'migration']) === true;
    const change = new Refactoring(graph);
    const replaced = replaceBy(change, graph, matrix, node as PipelineNode, kind, {
      config: { framework, ...(migration && { migration }) },
    });
    report({
      at: ['config', 'framework'],
      message: `Glue runs Spark and Python shell jobs; ${labelOf(node)} is written for ${framework}. It needs ${framework === 'flink' ? 'Managed Service for Apache Flink, or EMR' : 'EMR'}.`,
      values: { framework },
      fix: replaced ? { title: `Replace it by ${graph.kinds.get(kind)!.label}`, edits: change.edits } : undefined,
    });
  },
});

const includes = (list: readonly string[], item: string): boolean => list.includes(item);
