import { rules as connectionRules } from '../connections/_generated/rules';
import type { Rule } from '../kit/rule';
import { rules as serviceRules } from '../services/_generated/rules';
import { rules as generalRules } from './_generated/rules';

/** Every rule of the house, sorted by id. */
export const rules: readonly Rule[] = [...serviceRules, ...connectionRules, ...generalRules].sort((a, b) =>
  a.id < b.id ? -1 : 1,
);
