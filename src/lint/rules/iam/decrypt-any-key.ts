import { Refactoring } from '../../../kit/refactoring';
import { defineRoleRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import type { JsonObject } from '../../../model/json';
import { allows, covers, needsOfRole, replaced } from '../../policies';
import { iam } from '../../tables/iam';

export const rule = defineRoleRule({
  id: 'iam/decrypt-any-key',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a role decrypt with the keys of its own stores only.',
  why: 'A key of one store then protects it from nobody who can decrypt with them all: the second lock opens with the first.',
  source: iam.decryptingActions.source,
  fix: 'refactor',
  references: { lens: ['3.6', '5.2'], hub: ['KMS.1', 'KMS.2'] },
  check({ role, graph, matrix, report }) {
    for (const [index, statement] of (role.statements ?? []).entries()) {
      const resources = statement.resources ?? [];
      const anyKey = resources.find((resource) => resource === '*' || covers(resource, anyKeyArn));
      if (anyKey === undefined || !iam.decryptingActions.value.some((action) => allows(statement, action))) continue;
      const keys = [
        ...new Set(
          needsOfRole(graph, matrix, role).flatMap(({ on }) =>
            on.encryption === 'cmk' ? (graph.findNode(on.kmsKey ?? '') ?? []) : [],
          ),
        ),
      ];
      const actions = statement.actions ?? [];
      const own = actions.filter((action) => action.toLowerCase().startsWith('kms:'));
      const rest = actions.filter((action) => !own.includes(action));
      const copy = statement as unknown as JsonObject;
      const narrowed = [
        { ...copy, actions: own, resources: keys.map(({ id }) => id) },
        ...(rest.length > 0 ? [{ ...copy, actions: rest }] : []),
      ];
      const change = new Refactoring(graph);
      change.set(role, ['statements'], replaced(role, index, narrowed));
      const names = fewOf(keys.map(labelOf));
      report({
        at: ['statements', index, 'resources', resources.indexOf(anyKey)],
        message: `${labelOf(role)} can decrypt with every key of the account${names ? `; its stores use ${names}` : ''}. Name the keys.`,
        values: { keys: keys.map(({ id }) => id) },
        fix:
          keys.length > 0 && own.length > 0 ? { title: `Decrypt with ${names} only`, edits: change.edits } : undefined,
      });
    }
  },
});

/** A key that no design names: what covers it covers them all. */
const anyKeyArn = 'arn:aws:kms:xx-none-0:000000000000:key/00000000-0000-0000-0000-000000000000';
