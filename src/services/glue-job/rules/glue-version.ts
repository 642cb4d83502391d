import { dayWords } from '../../../kit/day';
import { defineRule, labelOf } from '../../../kit/rule';
import { facts } from '../facts';
import { service } from '../service';

const newest = facts.newestVersion.value;
const { from: oldest, since } = facts.startable.value;
const ageOf = (version: (typeof facts.versions.value)[number]): number => facts.versions.value.indexOf(version);

export const rule = defineRule(service, {
  id: 'lifecycle/glue-version',
  severity: 'error',
  since: '0.1.0',
  summary: 'Run jobs on the newest version of Glue.',
  why: 'Jobs of the oldest versions no longer start; those of older ones run a Spark that is slower and no longer mended.',
  exceptions:
    'Python shell and Ray jobs have versions of their own. A job without a version gets the newest that the export knows.',
  source: [facts.startable.source, facts.versions.source],
  fix: 'quickfix',
  references: { lens: ['13.3'], hub: ['Glue.4'] },
  check({ node, know, report, set }) {
    const version = know(node, ['config', 'glueVersion']);
    if (version === undefined || ageOf(version) >= ageOf(newest)) return;
    const jobType = know(node, ['config', 'jobType']);
    if (jobType === 'python-shell' || jobType === 'ray') return;
    const starts = ageOf(version) >= ageOf(oldest);
    report({
      at: ['config', 'glueVersion'],
      severity: starts ? 'info' : 'error',
      message: `${labelOf(node)} runs Glue ${version}${starts ? `; ${newest} has a newer Spark and its mended faults` : `; since ${dayWords(since)} versions below ${oldest} do not start`}. Use ${newest}.`,
      values: { version, newest },
      fix: { title: `Use Glue ${newest}`, edits: [set(node, ['config', 'glueVersion'], newest)] },
    });
  },
});
