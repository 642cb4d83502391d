import { defineRule, labelOf } from '../../../kit/rule';
import { quantity } from '../../../kit/words';
import { service as s3 } from '../service';

const daysPerMonth = 30;

export const rule = defineRule(s3, {
  id: 'cost/s3-kept-past-retention',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let objects expire when the data is of no use any more.',
  why: 'Data that nobody needs is paid for every month, and stays a risk for as long as it is there.',
  exceptions:
    'Files of a website live until they are replaced. A legal hold that is longer than the retention decides.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html',
  fix: 'quickfix',
  references: { lens: ['13.1', '15.4'] },
  check({ node, graph, need, know, mention, each, report, set }) {
    if (graph.roleOf(node) === 'staging' || need(node, ['config', 'staticWebsite'])) return;
    const expireDays = know(node, ['config', 'expireDays']);
    const sets = graph.dataOf(node);
    // Where several data sets share a bucket, a rule for a prefix may be the one that is meant for this one.
    const byPrefix = need(node, ['config', 'lifecycle']).flatMap(({ prefix, expireDays: days }) =>
      prefix && days !== undefined ? [days] : [],
    );
    each(sets, (data) => {
      // A lifecycle rule counts whole days.
      const keepDays = Math.ceil(Math.max(need(data, ['retentionDays']), need(data, ['legalHoldDays'])));
      if (keepDays <= 0 || (expireDays !== undefined && expireDays <= keepDays)) return;
      if (sets.length > 1 && byPrefix.some((days) => days <= keepDays)) return;
      const growth = mention(data, ['dailyGB']);
      const excess =
        growth === undefined
          ? ''
          : expireDays === undefined
            ? `: ${quantity(growth * daysPerMonth, 'GB')} too many for every month after that`
            : `: ${quantity(growth * (expireDays - keepDays), 'GB')} too many`;
      const others = sets.filter((other) => other !== data);
      const alone = others.every(
        (other) =>
          Math.max(
            mention(other, ['retentionDays']) ?? Number.POSITIVE_INFINITY,
            mention(other, ['legalHoldDays']) ?? 0,
          ) <= keepDays,
      );
      report({
        at: ['config', 'expireDays'],
        message: `${labelOf(node)} keeps "${labelOf(data)}" ${expireDays === undefined ? 'for ever' : `${expireDays} days`}; it is needed ${keepDays} days${excess}. Expire it after ${keepDays} days${alone ? '' : ', by its prefix'}.`,
        values: { keepDays, ...(expireDays !== undefined && { expireDays }) },
        related: [{ element: data, message: 'Declares how long it is needed' }],
        fix: alone
          ? {
              title: `Expire after ${keepDays} days`,
              edits: [set(node, ['config', 'expireDays'], keepDays)],
            }
          : undefined,
      });
    });
  },
});
