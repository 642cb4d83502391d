import { callsTransform, chainBetween, insertInto, Refactoring, streamAndFunctionFor } from '../../../kit/refactoring';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import { facts } from '../facts';
import { service as firehose } from '../service';

const destinations: ReadonlySet<string> = new Set(facts.destinations.value);

export const rule = defineEdgeRule({
  id: 'fit/firehose-unsupported-destination',
  severity: 'error',
  since: '0.1.0',
  summary: 'Deliver only to what a delivery stream can write to.',
  why: 'The list of destinations is closed: anything else needs a consumer of your own.',
  exceptions:
    'The function named in "transform", or one that gives its records back, is no destination; Splunk, Snowflake and other partners are drawn as "custom" or as an HTTP endpoint.',
  source: facts.destinations.source,
  fix: 'refactor',
  references: { lens: ['8.1'] },
  silences: ['graph/incompatible-connection'],
  check({ edge, graph, matrix, report }) {
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (from?.kind !== firehose.kind || !to || !isFlow(edge) || to.kind === 'custom' || destinations.has(to.kind))
      return;
    const label = graph.kindOf(to)?.label;
    if (label === undefined || matrix.find(from.kind, to.kind)?.way === 'metadata' || callsTransform(graph, edge))
      return;
    const change = new Refactoring(graph);
    report({
      message: `${labelOf(from)} cannot deliver to ${labelOf(to)} (${label}). ${to.kind === 'lambda' ? 'A function can transform its records, or read a Kinesis data stream itself.' : 'Use Kinesis Data Streams with a consumer you write, or a destination in between.'}`,
      values: { to: to.kind },
      fix: fix(),
    });

    function fix(): { title: string; edits: typeof change.edits } | undefined {
      if (to!.kind === 'lambda') {
        if (from!.config?.transform !== undefined || graph.edgesOut(to!).some(isFlow)) return undefined;
        change.set(from!, ['config', 'transform'], to!.id);
        return { title: `Transform records with ${labelOf(to!)}`, edits: change.edits };
      }
      const between = chainBetween(matrix, from!.kind, to!.kind);
      if (between?.length === 1 && between[0] === 's3') {
        insertInto(change, graph, matrix, edge, between);
        change.set(from!, ['config', 'errorPrefix'], (from!.config?.errorPrefix ?? 'errors/') as string);
        return { title: 'Deliver to a bucket in between', edits: change.edits };
      }
      return streamAndFunctionFor(change, graph, matrix, from!, undefined)
        ? { title: 'Replace it by a data stream and a function', edits: change.edits }
        : undefined;
    }
  },
});
