import { defineRule, labelOf } from '../../../kit/rule';
import { facts } from '../facts';
import { service as s3 } from '../service';

const minimumDays: Readonly<Record<string, number>> = facts.minimumDays.value;

/** One stay of an object in a class. */
interface Stay {
  readonly storageClass: string;
  readonly day: number;
  /** Which transition of the rule begins it; undefined for the class it is written to. */
  readonly transition?: number;
}

export const rule = defineRule(s3, {
  id: 'cost/s3-minimum-duration',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Leave objects in a class at least for the days it bills.',
  why: 'An object that is moved or deleted earlier is billed to the end of the minimum, on top of the transition.',
  source: facts.minimumDays.source,
  fix: 'quickfix',
  references: { lens: ['13.2'] },
  check({ node, need, know, each, report, set }) {
    const written = need(node, ['config', 'storageClass']);
    const wholeBucket = know(node, ['config', 'expireDays']);
    const lifecycle = need(node, ['config', 'lifecycle']);
    const rules = lifecycle.length > 0 ? lifecycle : [{ expireDays: wholeBucket }];
    each(rules.entries(), ([index, { prefix, transitions = [], expireDays }]) => {
      const moves = transitions
        .map(({ days, storageClass }, transition): Stay => ({ storageClass, day: days, transition }))
        .sort((a, b) => a.day - b.day);
      const stays: readonly Stay[] = [{ storageClass: written, day: 0 }, ...moves];
      const ends = Math.min(expireDays ?? Infinity, wholeBucket ?? Infinity);
      for (const [at, stay] of stays.entries()) {
        const next = stays[at + 1];
        const leaves = Math.min(next?.day ?? Infinity, ends);
        const minimum = minimumDays[stay.storageClass];
        if (minimum === undefined || leaves <= stay.day || leaves - stay.day >= minimum) continue;
        const { transition } = stay;
        report({
          at:
            transition === undefined
              ? ['config', 'storageClass']
              : ['config', 'lifecycle', index, 'transitions', transition],
          message: `${labelOf(node)}${prefix ? ` (${prefix})` : ''} ${transition === undefined ? `writes objects to ${stay.storageClass}` : `moves objects to ${stay.storageClass} on day ${stay.day}`} and ${leaves === ends ? 'deletes' : 'moves'} them on day ${leaves}: ${minimum} days are billed for ${leaves - stay.day}. ${transition === undefined ? 'Write them to STANDARD' : 'Drop the transition'}, or keep them longer.`,
          values: { storageClass: stay.storageClass, minimumDays: minimum },
          fix:
            transition === undefined
              ? { title: 'Write to STANDARD', edits: [set(node, ['config', 'storageClass'], 'STANDARD')] }
              : {
                  title: `Drop the transition to ${stay.storageClass}`,
                  edits: [
                    set(
                      node,
                      ['config', 'lifecycle', index, 'transitions'],
                      transitions.filter((_, other) => other !== transition),
                    ),
                  ],
                },
        });
        return;
      }
    });
  },
});
