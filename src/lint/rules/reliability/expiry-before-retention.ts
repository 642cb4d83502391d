import type * as z from 'zod';
import { defineNodeRule, labelOf } from '../../../kit/rule';
import type { Kind } from '../../../model/kind';

export const rule = defineNodeRule({
  id: 'reliability/expiry-before-retention',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let nothing expire before its legal hold ends.',
  why: 'What expired is gone, and the duty to show it is not.',
  exceptions:
    'Another store may keep the data set for as long as it must be kept. Streams are no archive: keep what they carry in a store.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html',
  fix: 'quickfix',
  references: { lens: ['3.7'] },
  check({ node, graph, need, know, each, report, set }) {
    if (!graph.isStore(node)) return;
    const expireDays = know(node, ['config', 'expireDays']);
    if (typeof expireDays !== 'number') return;
    each(graph.dataOf(node), (data) => {
      const legalHoldDays = need(data, ['legalHoldDays']);
      const keeps = graph.storesOf(data).some((store) => {
        const days = know(store, ['config', 'expireDays']);
        return typeof days !== 'number' || days >= legalHoldDays;
      });
      if (keeps) return;
      const expiries = expiriesOf(node.config ?? {}).filter(({ days }) => days < legalHoldDays);
      report({
        at: expiries[0]?.path ?? ['config', 'expireDays'],
        message: `${labelOf(node)} deletes "${labelOf(data)}" after ${expireDays} days; it must be kept ${legalHoldDays} days, and no other store does. Expire it after ${legalHoldDays} days.`,
        values: { expireDays, legalHoldDays },
        related: [{ element: data, message: 'Declares the legal hold' }],
        fix: canKeep(graph.kindOf(node), legalHoldDays)
          ? {
              title: `Keep it ${legalHoldDays} days`,
              edits: expiries.map(({ path }) => set(node, path, legalHoldDays)),
            }
          : undefined,
      });
    });
  },
});

/** Whether the settings of a kind take so many days: some stores have a longest time. */
function canKeep(kind: Kind | undefined, days: number): boolean {
  const field = kind?.config.shape.expireDays as z.ZodType | undefined;
  return field?.safeParse(days).success === true;
}

interface Expiry {
  readonly path: readonly (string | number)[];
  readonly days: number;
}

/** Where a store's configuration says that all it holds expires: the shorthand, and lifecycle rules without a prefix. */
function expiriesOf(config: Readonly<Record<string, unknown>>): Expiry[] {
  const lifecycle: readonly unknown[] = Array.isArray(config.lifecycle) ? config.lifecycle : [];
  const whole = lifecycle.flatMap((entry, index) => {
    const { prefix, expireDays } = (entry ?? {}) as { readonly prefix?: unknown; readonly expireDays?: unknown };
    return prefix ? [] : [{ path: ['config', 'lifecycle', index, 'expireDays'], days: expireDays }];
  });
  return [{ path: ['config', 'expireDays'], days: config.expireDays }, ...whole].flatMap(({ path, days }) =>
    typeof days === 'number' ? [{ path, days }] : [],
  );
}
