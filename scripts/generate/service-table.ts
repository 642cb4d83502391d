import { matrix } from '../../src/connections/matrix';
import { isNotSupported, retirementWords, type Service } from '../../src/kit/service';
import { rules } from '../../src/lint/rules';
import { cdkFacets } from '../../src/services/_generated/cdk';
import { services } from '../../src/services/_generated/service';
import type { Outputs } from './outputs';

/** `docs/services.md`: a row a service, a column a facet. */
export function serviceTable(): Outputs {
  const cdk = cdkFacets as Readonly<Record<string, object>>;
  const notes: string[] = [];
  const all = services as readonly Service[];
  const rows = all.map(({ kind, label, stage, cloudFormationTypes }) => {
    const facet = cdk[kind];
    const exported =
      facet === undefined ? '' : isNotSupported(facet) ? `no [^${notes.push(facet.notSupported)}]` : 'yes';
    const count = rules.filter((rule) => rule.kinds?.includes(kind)).length;
    return `| \`${kind}\` | ${label} | ${stage} | ${exported} | ${count} | ${matrix.feeds(kind).length} | ${cloudFormationTypes.map((type) => `\`${type}\``).join(', ') || '—'} |`;
  });
  const text = [
    '# Services',
    `${rows.length} services. *Rules* counts those written for the service; rules over every node, edge, data set, role and persona come on top. *Feeds* counts the services it can feed.`,
    `| Kind | Service | Stage | CDK export | Rules | Feeds | CloudFormation types |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join('\n')}`,
    '## Retired',
    'Designs that hold these open, say what takes their place, and do not export them. The palette does not offer them.',
    all
      .flatMap(({ kind, retired }) =>
        retired ? [`- \`${kind}\`: ${retirementWords(retired)} [Source](${retired.source})`] : [],
      )
      .join('\n'),
    notes.map((note, index) => `[^${index + 1}]: ${note}`).join('\n'),
  ];
  return new Map([['docs/services.md', `${text.join('\n\n')}\n`]]);
}
