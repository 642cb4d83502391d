import { defineNodeRule } from '../../../kit/rule';
import { lifecycle } from '../../tables/lifecycle';

export const rule = defineNodeRule({
  id: 'lifecycle/renamed-service',
  severity: 'hint',
  since: '0.1.0',
  summary: 'Call services by their current names.',
  why: 'Under an old name people look in vain in the console, the documentation and the bill.',
  source: lifecycle.renamed.source,
  fix: 'quickfix',
  check({ node, report, set }) {
    const label = node.label;
    if (label === undefined) return;
    for (const { kind, old, now } of lifecycle.renamed.value) {
      if (kind !== node.kind || label.toLowerCase().includes(now.toLowerCase())) continue;
      const found = (old as readonly string[]).find((name) => indexOfWord(label, name) !== -1);
      if (found === undefined) continue;
      const at = indexOfWord(label, found);
      const better = label.slice(0, at) + now + label.slice(at + found.length);
      report({
        at: ['label'],
        message: `${label.slice(at, at + found.length)} is now ${now}: people look for it under that name.`,
        values: { old: found, now },
        fix: { title: `Rename to "${better}"`, edits: [set(node, ['label'], better)] },
      });
      return;
    }
  },
});

/** Where `name` stands in a label as words of its own, whatever the case. */
function indexOfWord(label: string, name: string): number {
  const [text, word] = [label.toLowerCase(), name.toLowerCase()];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return at;
  }
  return -1;
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);
