import { matrix } from '../../connections/matrix';
import { isNotSupported, retirementWords, type Service } from '../../kit/service';
import { rules } from '../../lint/rules';
import { cdkFacets } from '../../services/_generated/cdk';
import { services } from '../../services/_generated/service';
import type { Given } from '../command';
import { type ExitCode, exitCodes } from '../exit-code';
import type { Io } from '../io';
import { table } from '../table';

interface ServicesOptions {
  readonly format: 'text' | 'json';
}

export function runServices(io: Io, { values }: Given<ServicesOptions>): ExitCode {
  const entries = (services as readonly Service[]).map(({ kind, label, stage, cloudFormationTypes, retired }) => ({
    kind,
    label,
    stage,
    facets: {
      cdk: cdkFacet(kind),
      rules: rules.filter((rule) => rule.kinds?.includes(kind)).map(({ id }) => id),
    },
    cloudFormationTypes,
    feeds: matrix.feeds(kind).map(({ to }) => to),
    ...(retired && { retired }),
  }));
  if (values.format === 'json') {
    io.out(`${JSON.stringify(entries, null, 2)}\n`);
  } else {
    const rows = entries.map(({ kind, label, stage, facets, retired }) => [
      kind,
      label,
      stage,
      retired ? retirementWords(retired) : facets.cdk === true ? 'cdk' : `no cdk: ${facets.cdk}`,
    ]);
    io.out(
      table(rows)
        .map((line) => `${line}\n`)
        .join(''),
    );
  }
  return exitCodes.fine;
}

/** True, or the reason why the export cannot write this service. */
function cdkFacet(kind: string): true | string {
  const facet = new Map<string, object>(Object.entries(cdkFacets)).get(kind);
  if (!facet) return 'not written yet';
  return isNotSupported(facet) ? facet.notSupported : true;
}
