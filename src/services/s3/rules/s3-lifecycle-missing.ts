import { defineRule, labelOf } from '../../../kit/rule';
import { amount, counted, listed } from '../../../kit/words';
import { facts } from '../facts';
import { service as s3 } from '../service';

export const rule = defineRule(s3, {
  id: 'cost/s3-lifecycle-missing',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a lifecycle rule move or expire objects that are no longer hot.',
  why: 'Storage is paid every month. Without a rule, data that nobody reads any more stays in the dearest class for ever.',
  source: [
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html',
    facts.infrequentAccessFromDay.source,
  ],
  fix: 'quickfix',
  references: { lens: ['13.1', '13.2', '15.4'], hub: ['S3.13'], checkov: ['CKV2_AWS_61'] },
  silences: ['cost/s3-kept-past-retention'],
  check({ node, graph, need, know, mention, any, each, report, set }) {
    if (need(node, ['config', 'lifecycle']).length > 0) return;
    if (know(node, ['config', 'expireDays']) !== undefined) return;
    each(graph.dataOf(node), (data) => {
      const declared = any(
        () => data.retentionDays !== undefined,
        () => data.hotDays !== undefined,
        () => need(data, ['totalGB']) > 100,
      );
      if (!declared) return;
      const retentionDays = know(data, ['retentionDays']);
      const hotDays = know(data, ['hotDays']);
      const growth = mention(data, ['dailyGB']);
      const size = mention(data, ['totalGB']);
      const volume = [size !== undefined && `${size} GB`, growth !== undefined && `growing ${amount(growth)} GB/day`]
        .filter(Boolean)
        .join(' ');
      const life = retentionDays === undefined ? '' : `; ${hotDays ?? retentionDays} hot days of ${retentionDays}`;
      // A lifecycle rule counts whole days, from the first one.
      const transitionDay = Math.ceil(Math.max(hotDays ?? 0, facts.infrequentAccessFromDay.value));
      const keepDays =
        retentionDays === undefined
          ? undefined
          : Math.max(1, Math.ceil(Math.max(retentionDays, need(data, ['legalHoldDays']))));
      // An object that leaves before the class's minimum is billed to the end of it: then expiry alone is cheaper.
      const worthMoving =
        hotDays !== undefined &&
        (keepDays === undefined || keepDays - transitionDay >= facts.minimumDays.value.STANDARD_IA);
      const steps = [
        ...(worthMoving ? [`STANDARD_IA after ${counted(transitionDay, 'day')}`] : []),
        ...(keepDays === undefined ? [] : [`gone after ${counted(keepDays, 'day')}`]),
      ];
      const lifecycle = {
        ...(worthMoving && { transitions: [{ days: transitionDay, storageClass: 'STANDARD_IA' }] }),
        ...(keepDays !== undefined && { expireDays: keepDays }),
      };
      report({
        message: `${labelOf(node)}: "${labelOf(data)}"${volume && `, ${volume},`} has no lifecycle rule${life}. Everything stays in the dearest class.`,
        values: { ...(size !== undefined && { totalGB: size }), ...(retentionDays !== undefined && { retentionDays }) },
        fix:
          Object.keys(lifecycle).length > 0
            ? {
                title: `Add a lifecycle rule: ${listed(steps)}`,
                edits: [set(node, ['config', 'lifecycle'], [lifecycle])],
              }
            : undefined,
      });
    });
  },
});
