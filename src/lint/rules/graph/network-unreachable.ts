import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineEdgeRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { networks } from '../../tables/networks';

const connected: ReadonlySet<string> = new Set(networks.connected.value);
const warehouses: ReadonlySet<string> = new Set(networks.warehouses.value);
const callers: ReadonlySet<string> = new Set(networks.callers.value);
const driverUsers: ReadonlySet<string> = new Set(networks.driverUsers.value);
const joinedByService: ReadonlySet<string> = new Set(networks.joinedByService.value);
const privateSubnets: ReadonlySet<unknown> = new Set(['private', 'isolated']);

export const rule = defineEdgeRule({
  id: 'graph/network-unreachable',
  severity: 'error',
  since: '0.1.0',
  summary: 'Give whoever connects to a private node a way into its VPC.',
  why: 'A connection from outside finds no route: the first run ends in a timeout that names no reason.',
  exceptions:
    'Calls of AWS APIs, and edges that are marked as private: somebody has seen to a peering, a VPN or a private link.',
  source: [networks.connected.source, networks.callers.source, networks.joinedByService.source],
  fix: 'refactor',
  references: { lens: ['5.1'] },
  check(work) {
    const { edge, graph, know, undecided, report } = work;
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (!from || !to || !isFlow(edge) || joinedByService.has(`${from.kind} ${to.kind}`)) return;
    const [target, caller] = opensConnection(to, from) ? [to, from] : [from, to];
    if (!opensConnection(target, caller)) return;
    const vpc = know(target, ['vpc']);
    if (vpc === undefined || !privateSubnets.has(know(target, ['subnet'])) || know(edge, ['private']) === true) return;
    const attached = know(caller, ['config', 'vpcConnection']);
    const ways = Array.isArray(attached) ? (attached as readonly string[]) : [];
    const own = know(caller, ['vpc']);
    const names = namesOf(work, vpc);
    if ((own !== undefined && names.has(own)) || ways.some((way) => names.has(way))) return;
    // What always stands in a VPC and is drawn in none may well stand in this one.
    if (own === undefined && standsInVpc(work, caller)) undecided(caller, ['vpc']);
    const change = new Refactoring(graph);
    const attaches = 'vpcConnection' in (graph.kindOf(caller)?.config.shape ?? {});
    if (attaches) change.set(caller, ['config', 'vpcConnection'], [...ways, vpc]);
    const place = graph.pipeline.groups.find(({ id }) => id === vpc)?.label ?? vpc;
    report({
      message: `${labelOf(caller)} cannot open a connection to ${labelOf(target)} in a private subnet of ${place}. ${attaches ? 'Attach it to that VPC.' : 'Place it in that VPC, or join the networks and mark the edge as private.'}`,
      values: { vpc },
      related: [{ element: target, message: `Stands in ${place}` }],
      fix: attaches ? { title: `Attach ${labelOf(caller)} to ${place}`, edits: change.edits } : undefined,
    });
  },
});

/** Whether `caller` opens connections to nodes such as `target`, rather than calling an API. */
function opensConnection(target: PipelineNode, caller: PipelineNode): boolean {
  if (connected.has(target.kind)) return callers.has(caller.kind);
  return warehouses.has(target.kind) && driverUsers.has(caller.kind);
}

/** Id and name of a VPC: either may be written. */
function namesOf({ graph }: Case, vpc: string): ReadonlySet<string> {
  const same = graph.pipeline.groups.filter(({ kind, id, label }) => kind === 'vpc' && (id === vpc || label === vpc));
  return new Set([vpc, ...same.flatMap(({ id, label }) => (label === undefined ? [id] : [id, label]))]);
}

const standsInVpc = ({ graph }: Case, node: PipelineNode): boolean =>
  (graph.kindOf(node) as { readonly network?: string } | undefined)?.network === 'required';
