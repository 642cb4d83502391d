import { isResource } from '../../../kit/resources';
import { type Case, defineNodeRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { type Graph, isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';

/** Kinds besides stores on which several pipelines may run. */
const clusters: ReadonlySet<string> = new Set(['emr-ec2', 'emr-eks', 'kinesis-data-streams', 'msk', 'mwaa']);

export const rule = defineNodeRule({
  id: 'operations/environments-mixed',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep production apart from other environments: accounts, clusters and buckets of its own.',
  why: 'A test that shares a bucket, a cluster or an account with production can empty it, slow it down or read it.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
  fix: null,
  references: { lens: ['2.2', '2.3'] },
  check(work) {
    const { node, graph, know, report } = work;
    const own = know(node, ['environment']);
    if (own === undefined || !isMixed(graph) || !isResource(graph, node)) return;
    if (graph.isStore(node) || clusters.has(node.kind)) {
      const others = new Set(neighbours(graph, node).filter((other) => isResource(graph, other)));
      const environments = new Set([...others].map((other) => know(other, ['environment'])));
      if (environments.size > 1 && environments.has('production')) {
        const strange = [...others].filter((other) => know(other, ['environment']) !== own);
        report({
          message: `${labelOf(node)} serves ${[...environments].join(' and ')}: what one does there, the other feels. Give each environment its own.`,
          values: { environments: [...environments].map(String) },
          related: strange.map((element) => ({ element, message: `Is ${know(element, ['environment'])}` })),
        });
        return;
      }
    }
    const account = know(node, ['account']);
    if (account === undefined || own === 'production') return;
    const shared = accountsOf(work).get(account);
    // Said once for an account, on the first node that is not of production.
    if (!shared || shared.production === 0 || shared.first !== node) return;
    report({
      message: `Account ${account} holds ${counted(shared.production, 'node')} of production beside ${labelOf(node)} (${own}): their permissions and quotas are the same. Give each environment an account.`,
      values: { account, production: shared.production },
    });
  },
});

/** Whether any node says that it belongs to another environment than the design. */
function isMixed(graph: Graph): boolean {
  let mixed = mixes.get(graph);
  if (mixed === undefined) {
    const usual = graph.pipeline.architecture.environment ?? 'production';
    mixed = graph.pipeline.nodes.some(({ environment }) => environment !== undefined && environment !== usual);
    mixes.set(graph, mixed);
  }
  return mixed;
}
const mixes = new WeakMap<Graph, boolean>();

const neighbours = (graph: Graph, node: PipelineNode): readonly PipelineNode[] => [
  ...graph.edgesIn(node).flatMap((edge) => (isFlow(edge) ? (graph.from(edge) ?? []) : [])),
  ...graph.edgesOut(node).flatMap((edge) => (isFlow(edge) ? (graph.to(edge) ?? []) : [])),
];

interface SharedAccount {
  production: number;
  first: PipelineNode | undefined;
}
const accounts = new WeakMap<Graph, ReadonlyMap<string, SharedAccount>>();

function accountsOf({ graph, mention }: Case): ReadonlyMap<string, SharedAccount> {
  const known = accounts.get(graph);
  if (known) return known;
  const found = new Map<string, SharedAccount>();
  for (const node of graph.pipeline.nodes) {
    const account = isResource(graph, node) ? mention(node, ['account']) : undefined;
    if (account === undefined) continue;
    const shared = found.get(account) ?? { production: 0, first: undefined };
    found.set(account, shared);
    if (mention(node, ['environment']) === 'production') shared.production++;
    else shared.first ??= node;
  }
  accounts.set(graph, found);
  return found;
}
