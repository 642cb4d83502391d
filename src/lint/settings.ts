import * as z from 'zod';
import { pillarOf, type Rule, type Severity, severities } from '../kit/rule';

/** Severities that people chose: by rule id, or for a whole pillar. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

export const noSettings: RuleSettings = {};

/** What people may choose. */
export const choice = z.enum([...severities, 'off']);

/** What of a `dataweir.rules` value can be used; entries of any other shape are left out. */
export function parseRuleSettings(value: unknown): RuleSettings {
  if (typeof value !== 'object' || value === null) return noSettings;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, severity]) => {
      const parsed = choice.safeParse(severity);
      return parsed.success ? [[key, parsed.data]] : [];
    }),
  );
}

/** The severity that people chose for a rule; undefined where they left its own. */
export type SeverityOf = (rule: Pick<Rule, 'id'>) => Severity | 'off' | undefined;

/** Later settings win over earlier ones; within one, a rule's own entry wins over its pillar's. */
export function severityFrom(settings: readonly RuleSettings[]): SeverityOf {
  return (rule) => {
    for (const one of settings.toReversed()) {
      const chosen = one[rule.id] ?? one[pillarOf(rule)];
      if (chosen !== undefined) return chosen;
    }
    return undefined;
  };
}
