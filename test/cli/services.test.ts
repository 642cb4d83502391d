import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { isNotSupported } from '../../src/kit/service';
import { cdkFacets } from '../../src/services/_generated/cdk';
import { services } from '../../src/services/_generated/service';
import { kinds, loadCatalog, rules } from '../../webview/catalog';
import { mayConnect } from '../../webview/connect/verdict';
import { searchPalette } from '../../webview/palette/search';
import { removeWorkspaces, Workspace } from './run';

removeWorkspaces();

/** What the command promises to whoever reads its JSON. */
const listing = z.array(
  z.strictObject({
    kind: z.string(),
    label: z.string(),
    stage: z.string(),
    facets: z.strictObject({ cdk: z.union([z.literal(true), z.string()]), rules: z.array(z.string()) }),
    cloudFormationTypes: z.array(z.string()),
    feeds: z.array(z.string()),
    retired: z
      .strictObject({
        status: z.string(),
        since: z.string(),
        instead: z.string(),
        heirs: z.array(z.string()),
        source: z.string(),
      })
      .optional(),
  }),
);

describe('the list of services and the palette agree', () => {
  let listed: z.output<typeof listing>;
  beforeAll(async () => {
    listed = listing.parse(JSON.parse((await new Workspace().run('services', '--format', 'json')).out));
    await loadCatalog();
  });

  it('on what there is, its name and its stage', () => {
    const offered = searchPalette(kinds.values(), '').flatMap(({ services: group }) => group);
    const plain = ({ kind, label, stage }: { kind: string; label: string; stage: string }) => ({ kind, label, stage });
    const byKind = (a: { kind: string }, b: { kind: string }) => (a.kind < b.kind ? -1 : 1);
    expect(listed.filter(({ retired }) => !retired).map(plain)).toEqual(offered.map(plain).sort(byKind));
    expect(listed.filter(({ retired }) => retired).every(({ stage }) => stage === 'retired')).toBe(true);
  });

  it('on what it may feed', () => {
    for (const { kind, feeds } of listed) {
      const joined = listed.filter((to) => mayConnect(rules, { id: 'a', kind }, { id: 'b', kind: to.kind }));
      expect([...feeds].sort(), kind).toEqual(joined.map((to) => to.kind).sort());
    }
  });

  it('on what is deployed, and what an export can write', () => {
    const facets = cdkFacets as Readonly<Record<string, object>>;
    for (const { kind, facets: said, cloudFormationTypes } of listed) {
      expect(cloudFormationTypes).toEqual(services.find((service) => service.kind === kind)?.cloudFormationTypes);
      const facet = facets[kind]!;
      expect(said.cdk, kind).toBe(isNotSupported(facet) ? facet.notSupported : true);
    }
  });
});
