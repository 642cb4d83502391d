import { callsTransform, producersInto, Refactoring, streamBefore } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { counted, fewOf } from '../../../kit/words';
import { isDataEdge } from '../../../model/graph';
import type { JsonObject } from '../../../model/json';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { facts } from '../facts';
import { service as firehose } from '../service';

export const rule = defineRule(firehose, {
  id: 'fit/firehose-fan-out',
  severity: 'error',
  since: '0.1.0',
  summary: 'Give each destination a delivery stream of its own.',
  why: 'A delivery stream has exactly one destination: the second one cannot be deployed.',
  exceptions: 'The bucket that keeps a backup of another destination, and the transform function, do not count.',
  source: facts.destinations.source,
  fix: 'refactor',
  references: { lens: ['8.1'] },
  check({ node: delivery, graph, know, report }) {
    const node = delivery as PipelineNode;
    const writes = graph.edgesOut(node).filter((edge) => isDataEdge(edge) && !callsTransform(graph, edge));
    const byTarget = new Map<PipelineNode, Edge[]>();
    for (const edge of writes) {
      const to = graph.to(edge);
      if (to && graph.roleOf(to) !== 'backup') byTarget.set(to, [...(byTarget.get(to) ?? []), edge]);
    }
    const backupMode = know(delivery, ['config', 'backupMode']);
    const others = [...byTarget.keys()].filter(({ kind }) => kind !== 's3');
    if (backupMode !== undefined && backupMode !== 'none' && others.length > 0) {
      const backup = [...byTarget.keys()].find(({ kind }) => kind === 's3');
      if (backup) byTarget.delete(backup);
    }
    if (byTarget.size < 2) return;
    const change = new Refactoring(graph);
    const incoming = producersInto(graph, node);
    const [existing] = incoming.flatMap((edge) => graph.from(edge) ?? []).filter(isStream);
    const stream = existing?.id ?? streamBefore(change, graph, node);
    const schema = graph.edgesOut(node).filter(({ kind }) => kind === 'metadata');
    const carried = [...new Set(incoming.map(({ data }) => data))];
    if (stream !== undefined) {
      for (const [to, edges] of [...byTarget].slice(1)) {
        const failures: JsonObject = to.kind === 's3' ? { errorPrefix: 'errors/' } : { backupMode: 'failed' };
        const copy = change.copy(node, `${labelOf(node)} to ${labelOf(to)}`, failures);
        for (const data of carried)
          change.connect(stream, copy, { ...(data !== undefined && { data }), trigger: 'continuous' });
        for (const edge of edges) change.lead(edge, { from: copy });
        for (const edge of schema) change.connect(copy, edge.to, { kind: 'metadata' });
      }
    }
    const names = [...byTarget.keys()].map(labelOf);
    report({
      message: `${labelOf(node)} has ${counted(byTarget.size, 'destination')} (${fewOf(names)}); a delivery stream has one. Fan out from a Kinesis data stream with one delivery stream per target.`,
      values: { destinations: names },
      related: [...byTarget.values()].flatMap(([edge]) => (edge ? { element: edge, message: 'A destination' } : [])),
      fix: stream ? { title: 'Split it into one delivery stream per target', edits: change.edits } : undefined,
    });
  },
});
