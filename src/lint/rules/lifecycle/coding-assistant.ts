import { reportOf } from '../../../kit/retirement';
import { defineNodeRule } from '../../../kit/rule';
import type { Service } from '../../../kit/service';
import { service as amazonQ } from '../../../services/amazon-q-developer/service';
import { service as codeWhisperer } from '../../../services/codewhisperer/service';

const assistants: readonly Service[] = [codeWhisperer, amazonQ];

export const rule = defineNodeRule({
  id: 'lifecycle/coding-assistant',
  severity: 'hint',
  since: '0.1.0',
  summary: 'Call the coding assistant by the name of what is offered.',
  why: 'CodeWhisperer became part of Amazon Q Developer, whose plug-ins for editors end too: who follows the design looks in vain.',
  source: assistants.map(({ retired }) => retired!.source),
  fix: null,
  references: { lens: ['13.3'] },
  check({ node, report }) {
    const drawn = assistants.find(({ kind }) => kind === node.kind);
    if (drawn) {
      report(reportOf(node, drawn.label, drawn.retired!));
      return;
    }
    const { notes } = node;
    const named = notes && assistants.find(({ label }) => notes.toLowerCase().includes(shortName(label).toLowerCase()));
    if (named) report({ ...reportOf(node, shortName(named.label), named.retired!), at: ['notes'] });
  },
});

/** As people write it in passing. */
const shortName = (label: string): string => label.replace('Amazon ', '');
