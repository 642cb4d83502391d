import type { DesignView, NodeView } from './cdk';
import { core } from './cdk-modules';
import { type Code, type Expression, expression, template } from './code';

/** What state machines, Glue workflows and Airflow have in common: jobs in the order in which they read each other's results. */

export interface Step {
  readonly edge: string;
  /** What is run. */
  readonly view: NodeView;
}

/** Jobs in stages: one after another, and within a stage those that do not wait for each other. */
export function stagesOf<S extends Step>(
  design: DesignView,
  orchestrator: Pick<NodeView, 'id'>,
  steps: readonly S[],
  parallel: boolean,
): S[][] {
  const ranked = byRank(design, orchestrator, steps);
  if (!parallel) return ranked.map((step) => [step]);
  const ranks = ranksOf(design, orchestrator, steps);
  const stages = new Map<number, S[]>();
  for (const step of ranked) {
    const rank = ranks.get(step.view.id)!;
    stages.set(rank, [...(stages.get(rank) ?? []), step]);
  }
  return [...stages.entries()].sort(([a], [b]) => a - b).map(([, stage]) => stage);
}

/** Jobs in an order in which each comes after those whose results it reads. */
export function byRank<S extends Step>(
  design: DesignView,
  orchestrator: Pick<NodeView, 'id'>,
  steps: readonly S[],
): S[] {
  const ranks = ranksOf(design, orchestrator, steps);
  return [...steps].sort(
    (a, b) => ranks.get(a.view.id)! - ranks.get(b.view.id)! || (a.edge < b.edge ? -1 : a.edge > b.edge ? 1 : 0),
  );
}

/** How many of the jobs stand before each, on the longest way to it. In a circle, nobody is before another. */
function ranksOf(
  design: DesignView,
  orchestrator: Pick<NodeView, 'id'>,
  steps: readonly Step[],
): ReadonlyMap<string, number> {
  const ids = [...new Set(steps.map(({ view }) => view.id))];
  const reached = new Map(ids.map((id) => [id, reachedFrom(design, orchestrator.id, id)]));
  const before = (id: string): string[] =>
    ids.filter((other) => other !== id && reached.get(other)!.has(id) && !reached.get(id)!.has(other));
  const ranks = new Map<string, number>();
  const rank = (id: string): number => {
    const known = ranks.get(id);
    if (known !== undefined) return known;
    // Who is before another is never after it, so this ends.
    const found = Math.max(-1, ...before(id).map(rank)) + 1;
    ranks.set(id, found);
    return found;
  };
  for (const id of ids) rank(id);
  return ranks;
}

/** Engines that read a catalog: their edge to it is drawn from the one who asks. */
const catalogReaders: ReadonlySet<string> = new Set(['athena', 'quicksight', 'redshift', 'redshift-serverless']);

/** Everything that gets data from a node, on ways that do not lead through the orchestrator. */
function reachedFrom({ graph }: DesignView, orchestrator: string, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const edge of graph.pipeline.edges) {
      const asks = graph.to(edge)?.kind === 'glue-catalog' && catalogReaders.has(graph.from(edge)?.kind ?? '');
      const [from, to] = asks ? [edge.to, edge.from] : [edge.from, edge.to];
      if (from !== id || to === orchestrator || reached.has(to)) continue;
      reached.add(to);
      open.push(to);
    }
  return reached;
}

/** What follows `after` in an ARN: the name of a job in `arn:…:job/<name>`. */
export function nameIn(arn: Code, after: string): Expression {
  const value = expression(arn);
  const parts =
    value.tree.type === 'template' ? value.tree.parts : value.tree.type === 'literal' ? [String(value.tree.value)] : [];
  const at = parts.findIndex((part) => typeof part === 'string' && part.includes(after));
  const text = parts[at];
  if (typeof text === 'string') return template(text.slice(text.indexOf(after) + after.length), ...parts.slice(at + 1));
  const fn = core.member('Fn');
  return fn.method('select', 1, fn.method('split', after, value));
}
