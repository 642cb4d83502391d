import { defineGrantRule, labelOf } from '../../../kit/rule';
import { needsOf, type PersonaNeed } from '../../personas';
import { personaNeeds } from '../../tables/persona-needs';

const readers: ReadonlySet<string> = new Set(personaNeeds.readers.value);
const reading: ReadonlySet<PersonaNeed> = new Set<PersonaNeed>(['dashboard', 'ad-hoc-sql']);

export const rule = defineGrantRule({
  id: 'iam/reader-can-write',
  severity: 'error',
  since: '0.1.0',
  summary: 'Let people who read only read.',
  why: 'Who can write can also delete, by mistake or with a stolen session, and the answers of everybody else change.',
  exceptions: 'With a written reason the finding is a warning.',
  source: personaNeeds.readers.source,
  fix: 'quickfix',
  references: { lens: ['4.1', '5.2'] },
  check({ grant, graph, need, report, set }) {
    const [persona, node] = [graph.findPersona(grant.persona), graph.findNode(grant.node)];
    if (!persona || !node) return;
    const level = need(grant, ['level']);
    if (level === 'read') return;
    const needs = needsOf(persona);
    const reads = readers.has(persona.type) || (needs.length > 0 && needs.every((item) => reading.has(item)));
    if (!reads) return;
    const reason = grant.reason?.trim();
    report({
      at: ['level'],
      severity: reason ? 'warning' : 'error',
      message: `${labelOf(persona)} (${persona.type}) holds ${level} on ${labelOf(node)}${reason ? ` (“${reason}”)` : ' without a reason'}; reading is enough.`,
      values: { level, type: persona.type },
      related: [{ element: persona, message: 'The persona' }],
      fix: { title: 'Grant read only', edits: [set(grant, ['level'], 'read')] },
    });
  },
});
