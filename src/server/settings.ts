import * as z from 'zod';
import { pillarOf, type Rule, type Severity, severities } from '../kit/rule';

/** Severities that people chose: by rule id, or for a whole pillar. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

export const noSettings: RuleSettings = {};

const choice = z.enum([...severities, 'off']);

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

/** A rule's own entry wins over its pillar's. */
export function severityFrom(settings: RuleSettings): (rule: Rule) => Severity | 'off' | undefined {
  return (rule) => settings[rule.id] ?? settings[pillarOf(rule)];
}
