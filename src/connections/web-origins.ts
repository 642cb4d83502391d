import type { EdgeBlock, NodeView } from '../kit/cdk';
import { type Expression, template } from '../kit/code';

/** Origins of the pages that call an API: of the sites that the design serves; of others as a parameter. */
export function originsOf(block: Pick<EdgeBlock, 'design' | 'parameter'>, api: NodeView): Expression[] {
  const { design } = block;
  const pages = design.neighbours(api, 'in', 'source.web');
  if (pages.length === 0) return [];
  const sites = pages.flatMap(({ view }) => design.neighbours(view, 'in', 's3').map((site) => site.view));
  if (sites.length > 0)
    return sites.map((site) => template('https://', site.part('Distribution').member('distributionDomainName')));
  const { tree } = api.scope;
  const base = tree.type === 'name' ? tree.name.replace(/Scope$/, '') : api.id;
  return [
    block.parameter(
      `${base.charAt(0).toUpperCase()}${base.slice(1)}Origin`,
      `Origin of the pages that call ${api.id}, such as https://www.example.com: browsers let no other page read its answers`,
      { allowedPattern: '^https?://[^/]+$' },
    ),
  ];
}
