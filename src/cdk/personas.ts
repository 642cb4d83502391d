import { layoutOf } from '../connections/lake-layout';
import type { Grant } from '../model/vocabulary';
import type { Assembly } from './assembly';
import { outsideStatements } from './grants';

/**
 * What the design grants to people, for the README: readers by IAM get the statements of the matrix for serving people
 * from that node. An edge that leads to the persona says the same, so it is not said twice.
 */
export function grantPersonas(assembly: Assembly): void {
  for (const grant of assembly.graph.pipeline.grants) {
    const persona = assembly.graph.findPersona(grant.persona);
    const target = assembly.find(grant.node);
    const data = assembly.graph.findData(grant.data);
    if (!persona || !target || !assembly.nodes.has(target.id) || isDrawn(assembly, grant)) continue;
    // Lake Formation grants these itself.
    if (grant.mechanism === 'lake-formation' && assembly.graph.nodesOfKind('lake-formation').length > 0) continue;
    const pair = assembly.matrix.find(target.kind, 'persona');
    const byIam = (grant.mechanism ?? 'iam') === 'iam' && (grant.level ?? 'read') === 'read';
    if (!byIam || !pair || pair.way === 'refused') {
      assembly.leftOut.push({
        element: grant.id ?? target.id,
        reason: `${persona.name} is to get ${grant.level ?? 'read'} on ${target.id} by ${grant.mechanism ?? 'iam'}: that is granted there, or by hand`,
      });
      continue;
    }
    const prefixes =
      data && target.kind === 's3' && grant.scope !== 'store' && grant.scope !== undefined
        ? [layoutOf(assembly, target, data).folder]
        : undefined;
    for (const permission of pair.permissions ?? []) {
      outsideStatements(
        assembly,
        target,
        { prefixes, data: data ? [data] : undefined },
        permission,
        `${permission.role} (${persona.name})`,
        grant.id ?? target.id,
      );
    }
  }
}

function isDrawn({ graph }: Assembly, grant: Grant): boolean {
  return graph.pipeline.edges.some(
    (edge) =>
      edge.from === grant.node &&
      graph.to(edge)?.kind === 'persona' &&
      graph.to(edge)?.config?.persona === grant.persona,
  );
}
