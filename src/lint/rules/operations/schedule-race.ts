import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { jobsBefore, orchestratorOf, startEdgeOf } from '../../jobs';

const minutesPerDay = 1440;
const minutesPerHour = 60;
/** Starts are proposed at a multiple of this. */
const roundMinutes = 5;

export const rule = defineEdgeRule({
  id: 'operations/schedule-race',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Start a job when what it reads is done.',
  why: 'A job that starts before the one it depends on has ended reads what was there the day before, and ends green.',
  exceptions:
    'Jobs of one orchestrator: it waits. The nearer of two starts counts: one at 23:00 is before one at 01:00.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/reliability.html',
  fix: 'quickfix',
  references: { lens: ['1.2', '6.4'] },
  check(work) {
    const { edge, graph, need, each, report, set } = work;
    if (edge.startAt === undefined) return;
    const job = jobOf(work, edge);
    if (!job) return;
    each(jobsBefore(graph, job), (before) => {
      const start = startEdgeOf(graph, before);
      if (!start || start === edge || sameOrchestrator(work, job, before)) return;
      const period = periodOf(edge, start);
      if (period === undefined) return;
      const lead = shortest(minuteOf(edge.startAt!) - minuteOf(start.startAt!), period);
      if (lead >= 0 && lead >= need(before, ['durationMinutes'])) return;
      const duration = before.durationMinutes;
      const end = duration === undefined ? undefined : minuteOf(start.startAt!) + duration;
      const gap = duration === undefined ? -lead : duration - lead;
      const good = end === undefined ? undefined : clock(Math.ceil(end / roundMinutes) * roundMinutes);
      report({
        at: ['startAt'],
        message: `${labelOf(job)} starts at ${edge.startAt}; ${labelOf(before)} ${end === undefined ? `starts at ${start.startAt}` : `ends at ${clock(end)}`} (${amount(gap)} min later): it reads the data of the run before. Start it on completion, or later.`,
        values: { startAt: edge.startAt!, gapMinutes: gap },
        related: [{ element: before, message: `Starts at ${start.startAt}` }],
        fix: good ? { title: `Start at ${good}`, edits: [set(edge, ['startAt'], good)] } : undefined,
      });
    });
  },
});

/** The job whose start an edge tells; undefined when another edge tells it. */
function jobOf({ graph }: Case, edge: Edge): PipelineNode | undefined {
  return [graph.to(edge), graph.from(edge)].find((node) => node !== undefined && startEdgeOf(graph, node) === edge);
}

function sameOrchestrator({ graph }: Case, a: PipelineNode, b: PipelineNode): boolean {
  const orchestrator = orchestratorOf(graph, a);
  return orchestrator !== undefined && orchestrator === orchestratorOf(graph, b);
}

/** Minutes after which both starts come again; undefined when they do not keep step. A start without an interval is daily. */
function periodOf(a: Edge, b: Edge): number | undefined {
  const [first, second] = [a.intervalMinutes ?? minutesPerDay, b.intervalMinutes ?? minutesPerDay];
  if (first >= minutesPerDay && second >= minutesPerDay) return minutesPerDay;
  return first === second && first > 0 ? first : undefined;
}

/** A difference of two times of day as the shorter way around the clock. */
function shortest(minutes: number, period: number): number {
  const rest = ((minutes % period) + period) % period;
  return rest > period / 2 ? rest - period : rest;
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * minutesPerHour + Number(time.slice(3));

function clock(minute: number): string {
  const rest = Math.round(minute) % minutesPerDay;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(rest / minutesPerHour))}:${two(rest % minutesPerHour)}`;
}
