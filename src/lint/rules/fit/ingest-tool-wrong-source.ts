import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import { dataEdgesOf } from '../../flows';
import { ingestion } from '../../tables/ingestion';
import { toolFor } from '../../tools';

const reads: Readonly<Record<string, readonly string[]>> = ingestion.reads.value;
const flowDatabases: ReadonlySet<string> = new Set(ingestion.flowDatabases.value);

export const rule = defineEdgeRule({
  id: 'fit/ingest-tool-wrong-source',
  severity: 'error',
  since: '0.1.0',
  summary: 'Ingest each source with a service that reads it.',
  why: 'A purpose-built service has connectors for its own kind of source: anything else it cannot open at all.',
  exceptions: 'A node of kind "custom" may be anything. AppFlow opens relational databases through JDBC.',
  source: [ingestion.reads.source, ingestion.bySource.source, ingestion.flowDatabases.source],
  fix: 'refactor',
  references: { lens: ['8.1'] },
  silences: ['graph/incompatible-connection'],
  check({ edge, graph, matrix, report }) {
    const [from, to] = [graph.from(edge), graph.to(edge)];
    const readable = to && reads[to.kind];
    if (!from || !to || !readable || !isDataEdge(edge) || from.kind === 'custom' || readable.includes(from.kind))
      return;
    // An orchestrator that starts the tool may be drawn with an edge that does not say so.
    if ((matrix.find(from.kind, to.kind)?.way ?? 'refused') !== 'refused') return;
    const label = graph.kindOf(from)?.label;
    if (label === undefined) return;
    if (to.kind === 'appflow' && flowDatabases.has(from.kind)) return;
    const tool = toolFor(from);
    const change = new Refactoring(graph);
    const { reads: sources, writes } = dataEdgesOf({ graph }, to);
    const alone = sources.length === 1 && writes.length > 0;
    const replaced = alone && tool?.kind !== undefined && replaceBy(change, graph, matrix, to, tool.kind);
    report({
      message: `${labelOf(to)} (${graph.kindOf(to)!.label}) does not read ${labelOf(from)} (${label}). ${tool ? `Use ${tool.words}.` : 'Read it with a consumer of its own.'}`,
      values: { from: from.kind, to: to.kind },
      fix: replaced
        ? { title: `Replace it by ${graph.kinds.get(tool!.kind!)!.label}`, edits: change.edits }
        : undefined,
    });
  },
});
