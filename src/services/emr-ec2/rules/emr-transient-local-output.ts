import { keeping, Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import type { NodeOf } from '../../../kit/service';
import { bracketed, quantity, sumOf } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'reliability/emr-transient-local-output',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let clusters that end after their work write to S3.',
  why: 'HDFS lies on the disks of the cluster and ends with it: what was not written elsewhere is gone.',
  exceptions: 'Long-running clusters.',
  source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-file-systems.html',
  fix: 'refactor',
  scaling: 'resilience',
  references: { lens: ['11.1', '9.2'] },
  check(work) {
    const { node: cluster, graph, need, mention, report } = work;
    const node = cluster as PipelineNode;
    if (need(cluster, ['config', 'lifecycle']) !== 'transient') return;
    const local = need(cluster, ['config', 'outputStorage']) === 'hdfs';
    const stores = graph.edgesOut(node).some((edge) => {
      const target = graph.to(edge);
      return isDataEdge(edge) && target !== undefined && graph.isStore(target);
    });
    // A cluster into which nothing leads is not drawn to its end yet.
    const works = graph.edgesIn(node).some(isDataEdge);
    if (!local && (stores || !works)) return;
    const results = graph.dataOut(node).length > 0 ? graph.dataOut(node) : graph.dataIn(node);
    const size = bracketed(quantity(sumOf(results.map((data) => mention(data, ['dailyGB']))), 'GB/day'));
    report({
      ...(local && { at: ['config', 'outputStorage'] }),
      message: `${labelOf(node)} ends after its work and takes its HDFS with it: the results${size} are lost. Write them to S3.`,
      fix: toS3(work, cluster, local, stores),
    });
  },
});

/** Writes where the design already leads, else into a new bucket where it is clear what goes there. */
function toS3({ graph }: Case, cluster: NodeOf<typeof service>, local: boolean, stores: boolean): Fix | undefined {
  const node = cluster as PipelineNode;
  const change = new Refactoring(graph);
  if (local) change.set(node, ['config', 'outputStorage'], 'emrfs');
  if (!stores) {
    const [data, ...others] = graph.dataOut(node).length > 0 ? graph.dataOut(node) : graph.dataIn(node);
    if (!data || others.length > 0) return undefined;
    const bucket = change.add('s3', node, { label: `Results of ${labelOf(node)}`, ...keeping(data, node.owner) });
    change.connect(node.id, bucket, { data: data.id });
  }
  return { title: 'Write to S3', edits: change.edits };
}
