import type { Block, CdkConnection, EdgeBlock, NodeBlock } from '../kit/cdk';
import { cloudwatch, ec2, statement } from '../kit/cdk-modules';
import { type Code, merged, run, self, set } from '../kit/code';
import { isNotSupported } from '../kit/service';
import type { Assembly, BlockState, EdgeState, NodeState } from './assembly';
import { grantPair } from './grants';
import { camel } from './names';
import { resourcePolicies } from './resource-policies';
import { roleStatements } from './roles';

/** Lets every emitter describe its part: connections first, so that services see what was handed to them. */
export function emitAll(assembly: Assembly): void {
  const { graph, connections } = assembly;
  const work: { readonly facet: CdkConnection; readonly block: EdgeBlock }[] = [];
  for (const edge of [...graph.pipeline.edges].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))) {
    const found = assembly.pairOf(edge);
    const facet = found && connections[found.mechanism];
    if (!found) {
      assembly.leftOut.push({ element: edge.id, reason: 'these two services cannot be joined directly' });
      continue;
    }
    if (!facet || isNotSupported(facet)) continue;
    const state: EdgeState = { element: edge.id, edge, pair: found.pair, parts: [], statements: [], acknowledged: [] };
    assembly.edges.push(state);
    work.push({ facet, block: edgeBlock(assembly, state) });
  }
  for (const { facet, block } of work) facet.prepare?.(block);
  for (const { facet, block } of work) facet.emit(block);
  const states = [...assembly.nodes.values()];
  for (const state of [...states.filter(({ facet }) => !facet.last), ...states.filter(({ facet }) => facet.last)])
    state.facet.emit(nodeBlock(assembly, state));
  assembly.policies.push(...resourcePolicies(assembly));
  assembly.roles.push(...roleStatements(assembly));
}

function block(assembly: Assembly, state: BlockState): Block {
  return {
    design: assembly,
    run: (value) => state.statements.push(run(value)),
    assign: (target, value) => state.statements.push(set(target, value)),
    remark: (text) => assembly.remark(state, text),
    acknowledge: (on, rule, reason) => assembly.acknowledge(state, on, rule, reason),
    leaveOut: (reason) => assembly.leftOut.push({ element: state.element, reason }),
    parameter: (name, description, more) => {
      assembly.parameters.set(name, { name, description, ...more });
      return self.member(assembly.names.field(`parameter ${name}`, '', camel(name))).member('valueAsString');
    },
    output: (name, value) => {
      assembly.outputs.set(name, value);
    },
    advise: (text) => {
      if (!assembly.advice.includes(text)) assembly.advice.push(text);
    },
    file: (path, skeleton) => assembly.files.set(path, skeleton),
  };
}

function nodeBlock(assembly: Assembly, state: NodeState): NodeBlock {
  const { view, node } = state;
  const { names } = assembly;
  return {
    ...view,
    ...block(assembly, state),
    construct: (id, type, props) => {
      const all = merged(props, state.handed.get(id));
      return assembly.part(state, view.scope, node.id, id, type, all, names.field(node.id, id));
    },
    received: (part) => (state.handed.get(part) ?? {}) as { readonly [key: string]: Code },
    allow: (value) => assembly.allow(state, view, value.actions, statement(value)),
    allowOn: (resource, value) => {
      state.statements.push(run(resource.method('addToResourcePolicy', statement(value))));
    },
    alarm: (id, props) => {
      const alarm = assembly.part(
        state,
        view.scope,
        node.id,
        `${id}Alarm`,
        cloudwatch.member('Alarm'),
        props,
        names.field(node.id, `${id}Alarm`),
      );
      assembly.alarms.push(alarm);
    },
  };
}

function edgeBlock(assembly: Assembly, state: EdgeState): EdgeBlock {
  const { edge, pair } = state;
  const { names } = assembly;
  const [from, to] = [assembly.find(edge.from)!, assembly.find(edge.to)!];
  return {
    ...block(assembly, state),
    edge,
    pair,
    from,
    to,
    data: assembly.dataOn(edge),
    construct: (holder, id, type, props) =>
      assembly.part(
        state,
        holder.scope,
        edge.id,
        `${edge.id}-${id}`,
        type,
        merged(props, undefined),
        names.field(`edge ${edge.id}`, id, camel(edge.id)),
      ),
    part: (holder, id, type, props) => {
      const field = names.field(holder.id, id);
      const owner = assembly.nodes.get(holder.id);
      if (!owner || owner.parts.some((part) => part.field === field)) return self.member(field);
      return assembly.part(owner, holder.scope, holder.id, id, type, merged(props, undefined), field);
    },
    hand: (view, part, props) => assembly.hand(view.id, part, props),
    offer: (view, slot, value) => assembly.offer(view.id, slot, value),
    grant: (options = {}) => grantPair(assembly, state, from, to, options),
    allow: (holder, value) => assembly.allow(state, holder, value.actions, statement(value)),
    connect: (client, server, port) => {
      if (assembly.networks.vpcOf(client) !== assembly.networks.vpcOf(server)) {
        assembly.leftOut.push({
          element: edge.id,
          reason: `${client.id} and ${server.id} lie in two VPCs: join them by peering or a transit gateway, and let ${client.id} in on port ${port}`,
        });
        return;
      }
      const [group, peer] = [server.securityGroup(), client.securityGroup()];
      state.statements.push(
        run(group.method('addIngressRule', peer, ec2.member('Port').method('tcp', port), `Edge ${edge.id}`)),
      );
    },
    allowOn: (resource, value) => {
      state.statements.push(run(resource.method('addToResourcePolicy', statement(value))));
    },
  };
}
