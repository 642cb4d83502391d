import { Refactoring } from '../../../kit/refactoring';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import { overlaps } from '../../prefixes';
import { triggers } from '../../tables/triggers';

const byArrival: ReadonlySet<string> = new Set(triggers.byArrival.value);
const prefixes = { read: 'incoming/', write: 'processed/' };

export const rule = defineEdgeRule({
  id: 'graph/recursive-trigger',
  severity: 'error',
  since: '0.1.0',
  summary: 'Never write to the prefix that starts you.',
  why: 'Each result is a new event: the function calls itself until somebody sees the bill.',
  source: [triggers.recursion.source, triggers.byArrival.source],
  fix: 'refactor',
  references: { lens: ['13.1'] },
  silences: ['graph/cycle'],
  check({ edge: write, graph, know, undecided, each, report }) {
    const [worker, store] = [graph.from(write), graph.to(write)];
    if (!worker || !store || !isDataEdge(write)) return;
    const reads = graph.edgesOut(store).filter((read) => isDataEdge(read) && read.to === worker.id);
    each(
      reads.filter((read) => overlaps(read.prefix, write.prefix)),
      (read) => {
        const pair = `${store.kind} ${worker.kind}`;
        const trigger = know(read, ['trigger']);
        if (trigger === undefined && !byArrival.has(pair) && matters.has(worker.kind)) undecided(read, ['trigger']);
        if (trigger !== 'event' && !(trigger === undefined && byArrival.has(pair))) return;
        const change = new Refactoring(graph);
        const from = read.prefix || prefixes.read;
        change.set(read, ['prefix'], from);
        change.set(write, ['prefix'], prefixes.write);
        const apart = store.kind === 's3' && !overlaps(from, prefixes.write);
        const where = write.prefix ? ` under "${write.prefix}"` : '';
        report({
          ...(write.prefix !== undefined && { at: ['prefix'] }),
          message: `${labelOf(worker)} writes to ${labelOf(store)}${where}, which triggers it again${read.prefix ? ` (events under "${read.prefix}")` : ''}: endless invocations. Write under another prefix, or to the next zone.`,
          related: [{ element: read, message: 'Triggers it' }],
          fix: apart ? { title: `Read "${from}", write "${prefixes.write}"`, edits: change.edits } : undefined,
        });
      },
    );
  },
});

/** Kinds that may be started by an event or by a schedule: for others the arrival of data starts nothing. */
const matters: ReadonlySet<string> = new Set(['lambda', 'step-functions', 'glue-job', 'glue-workflow']);
