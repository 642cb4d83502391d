import { matrix } from '../src/connections/matrix';
import { lint } from '../src/lint/lint';
import { rules } from '../src/lint/rules';
import { parseDocument } from '../src/model/document';
import { kinds } from '../src/services/catalog';
import { largeDesign } from './design';
import { type Figure, median } from './measure';

/** Budget 10: what a keystroke costs the language server. */
export function lintFigures(): Figure[] {
  return [200, 1000, 5000].flatMap((n): Figure[] => {
    const text = largeDesign(n);
    const document = parseDocument(text, kinds);
    const parse = { what: `JSON.parse, ${n} nodes`, value: median(() => JSON.parse(text)) };
    const full = median(() => lint(document, { kinds, rules, matrix, today: '2026-11-24' }), 7);
    return [
      {
        budget: '10',
        what: `all ${rules.length} rules, ${n} nodes`,
        ours: full,
        reference: parse,
        unit: 'ms',
        atMost: 4,
      },
    ];
  });
}
