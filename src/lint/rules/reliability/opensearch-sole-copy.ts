import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import type { Service } from '../../../kit/service';
import { isStream } from '../../../kit/streams';
import { isDataEdge, isFlow } from '../../../model/graph';
import type { DataSet, PipelineNode } from '../../../model/vocabulary';
import { service as opensearch } from '../../../services/opensearch/service';
import { service as opensearchServerless } from '../../../services/opensearch-serverless/service';
import { keepRawOf } from '../../raw-copy';

const indexKinds: ReadonlySet<string> = new Set([opensearch.kind, opensearchServerless.kind]);

export const rule = defineRule<Service>([opensearch, opensearchServerless], {
  id: 'reliability/opensearch-sole-copy',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep the originals of what you index in S3.',
  why: 'A changed mapping or a new version asks to index everything again, and an index expires with its policy: it is no archive.',
  exceptions: 'Data that can be made again, and data that a store before the index keeps.',
  source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html',
  fix: 'refactor',
  scaling: 'resilience',
  references: { lens: ['6.5', '13.2'] },
  check(work) {
    const { node, graph, need, each, report } = work;
    each(graph.dataOf(node), (data) => {
      if (need(data, ['reproducible']) || isKept(work, node, data)) return;
      report({
        message: `${labelOf(node)} is the only store of "${labelOf(data)}"; an index is not an archive. Keep the originals in S3.`,
        related: [{ element: data, message: 'Cannot be made again' }],
        fix: keepOriginals(work, node, data),
      });
    });
  },
});

/** Whether something else keeps the data set, or what it was made of. */
function isKept({ graph, know }: Case, node: PipelineNode, data: DataSet): boolean {
  return (
    graph.storesOf(data).some(({ kind }) => !indexKinds.has(kind)) ||
    graph
      .upstream(node)
      .some(
        (before) =>
          (graph.isStore(before) && !indexKinds.has(before.kind)) ||
          know(before, ['config', 'backupMode']) === 'all' ||
          know(before, ['config', 'sourceBackup']) === true,
      )
  );
}

/** The delivery stream that fills the index copies what it delivers; else one more reads the stream before it. */
function keepOriginals(work: Case, node: PipelineNode, data: DataSet): Fix | undefined {
  const { graph } = work;
  const delivery = graph
    .edgesIn(node)
    .filter((edge) => isDataEdge(edge) && graph.carries(edge, data))
    .flatMap((edge) => graph.from(edge) ?? [])
    .find(({ kind }) => kind === 'firehose');
  if (delivery) {
    const change = new Refactoring(graph);
    change.set(delivery, ['config', 'backupMode'], 'all');
    return { title: `Let ${labelOf(delivery)} keep a copy`, edits: change.edits };
  }
  const stream = graph.upstream(node, (edge) => isFlow(edge) && graph.carries(edge, data)).find(isStream);
  return stream && keepRawOf(work, data, stream, { delivery: stream, store: node });
}
