import { newcomers } from '../../../kit/newcomers';
import { catalogue, insertInto, Refactoring } from '../../../kit/refactoring';
import { become, joins, reportOf } from '../../../kit/retirement';
import { type Case, defineRule, type Fix } from '../../../kit/rule';
import type { PipelineNode } from '../../../model/vocabulary';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'lifecycle/iot-analytics',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep messages of devices in S3 by way of Firehose, and ask them with Athena.',
  why: 'IoT Analytics has ended: its channels take no messages, and its data stores are gone.',
  source: service.retired!.source,
  fix: 'refactor',
  references: { lens: ['13.3'] },
  silences: ['fit/*'],
  check(work) {
    const { node, report } = work;
    report({ ...reportOf(node, service.label, service.retired!), fix: lakeInPlace(work, node) });
  },
});

/** Its channel becomes a delivery stream; where people read from it, a bucket and Athena stand in between. */
function lakeInPlace({ graph, matrix }: Case, node: PipelineNode): Fix | undefined {
  const readers = graph.edgesOut(node);
  const [first, ...others] = readers;
  if (!first || !graph.edgesIn(node).every((edge) => joins(matrix, graph.from(edge)?.kind, 'firehose')))
    return undefined;
  const change = new Refactoring(graph);
  const { label: _, ...settings } = newcomers.firehose;
  become(change, node, 'firehose', settings);
  // A delivery stream delivers to one place.
  if (others.length === 0 && joins(matrix, 'firehose', graph.to(first)?.kind))
    return { title: 'Deliver with Firehose', edits: change.edits };
  const asks = readers.every((edge) => {
    const reader = graph.to(edge);
    return reader && !graph.isStore(reader) && joins(matrix, 'athena', reader.kind);
  });
  if (!asks) return undefined;
  const [lake, athena] = insertInto(change, graph, matrix, first, ['s3', 'athena']) as [string, string];
  for (const edge of others) change.lead(edge, { from: athena });
  catalogue(change, graph, { id: lake, data: first.data }, { id: athena, beside: node }, true);
  return { title: 'Deliver with Firehose, ask with Athena', edits: change.edits };
}
