import { dayWords } from '../../../kit/day';
import { defineRule, labelOf } from '../../../kit/rule';
import type { Service } from '../../../kit/service';
import { service as emrEc2 } from '../../../services/emr-ec2/service';
import { service as emrEks } from '../../../services/emr-eks/service';
import { service as emrServerless } from '../../../services/emr-serverless/service';
import { lifecycle } from '../../tables/lifecycle';

const releases = lifecycle.emrReleases.value;
const newest = releases.at(-1)!.label;

export const rule = defineRule<Service>([emrEc2, emrServerless, emrEks], {
  id: 'lifecycle/emr-release',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Run EMR on a release that AWS still mends.',
  why: 'After standard support no fault and no hole is mended; after its end of life a release may be gone.',
  exceptions: 'A cluster without a release gets the one that the export knows.',
  source: lifecycle.emrReleases.source,
  fix: 'quickfix',
  references: { lens: ['13.3'] },
  check({ node, know, today, report, set }) {
    const label = know(node, ['config', 'releaseLabel']);
    if (typeof label !== 'string') return;
    const known = releases.find((release) => numberOf(release.label) >= numberOf(label));
    if (!known || known.standardUntil >= today) return;
    const at = known.label === label ? 'on' : 'by';
    const ended = known.ends <= today;
    report({
      at: ['config', 'releaseLabel'],
      severity: ended ? 'error' : 'warning',
      message: `${labelOf(node)} runs ${label}, which left standard support ${at} ${dayWords(known.standardUntil)} and ${ended ? 'ended' : 'ends'} ${at} ${dayWords(known.ends)}: faults and holes stay. Use ${newest}.`,
      values: { standardUntil: known.standardUntil, ends: known.ends },
      // Another major version brings other versions of Spark and Java: people try their jobs on it first.
      fix:
        majorOf(label) === majorOf(newest)
          ? { title: `Use ${newest}`, edits: [set(node, ['config', 'releaseLabel'], newest)] }
          : undefined,
    });
  },
});

/** `emr-7.10.2` as 71002: no part of a release has more than two digits. */
const numberOf = (label: string): number => partsOf(label).reduce((number, part) => number * 100 + part, 0);
const majorOf = (label: string): number | undefined => partsOf(label)[0];
const partsOf = (label: string): number[] => label.slice('emr-'.length).split('.').map(Number);
