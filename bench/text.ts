import { applyEdits as applyJsonc, modify } from 'jsonc-parser';
import { check } from '../src/model/check';
import { parseDocument } from '../src/model/document';
import { applyEdits, toTextEdits } from '../src/model/edit';
import { moveNodes } from '../src/model/operations';
import { applyTextEdits } from '../src/model/text-edit';
import { listNames, listSchemas } from '../src/model/vocabulary';
import { kinds } from '../src/services/catalog';
import { largeDesign } from './design';
import { type Figure, median } from './measure';

/** Budgets 7, 8, 9 and 11: edits, following the text, messages, the schema check. */
export function textFigures(): Figure[] {
  const figures: Figure[] = [];
  for (const n of [100, 1000, 5000]) {
    const text = largeDesign(n);
    const document = parseDocument(text, kinds);
    const parse = { what: `JSON.parse, ${n} nodes`, value: median(() => JSON.parse(text)) };
    const moved = new Map(
      document.value.nodes.slice(0, 50).map(({ id }, index) => [id, { x: index * 16 + 8, y: index * 24 + 8 }]),
    );
    const edits = moveNodes(moved);
    const move = median(() => toTextEdits(document, edits));
    figures.push({
      budget: '7',
      what: `50 nodes moved, ${n} nodes: ${toTextEdits(document, edits).length} edits`,
      ours: move,
      reference: parse,
      unit: 'ms',
      // Below a thousand nodes a parse takes less time than any fifty edits.
      atMost: n < 1000 ? undefined : 0.25,
    });
    if (n === 1000) {
      const jsonc = median(() => {
        const changes = [...moved]
          .slice(0, 5)
          .flatMap(([, { x }], index) => modify(text, ['nodes', index, 'position', 'x'], x, {}));
        applyJsonc(text, changes);
      }, 3);
      figures.push({
        budget: '7',
        what: 'the same against jsonc-parser',
        ours: move,
        reference: { what: 'jsonc modify, x and y of 50', value: jsonc * 20 },
        unit: 'ms',
        atMost: 1 / 50,
      });
    }
    const place = document.spanOf(['nodes', Math.floor(n / 2), 'label'])!;
    const typed = [{ offset: place.offset + 1, length: 0, text: 'x' }];
    const changed = applyTextEdits(text, typed);
    figures.push({
      budget: '8',
      what: `a keystroke inside a node, ${n} nodes`,
      ours: median(() => parseDocument(changed, kinds, document)),
      reference: parse,
      unit: 'ms',
      atMost: 0.2,
    });
    const shuffled = applyEdits(document, [
      { op: 'remove', element: { list: 'nodes', id: document.value.nodes[1]!.id } },
      { op: 'add', list: 'nodes', value: { id: 'new', kind: 's3' } },
      { op: 'set', element: { list: 'design' }, path: ['description'], value: 'changed' },
    ]);
    figures.push({
      budget: '8',
      what: `changes all over, ${n} nodes`,
      ours: median(() => parseDocument(shuffled, kinds, document)),
      reference: parse,
      unit: 'ms',
      atMost: 3,
    });
    figures.push({
      budget: '—',
      what: `opening, ${n} nodes`,
      ours: median(() => parseDocument(text, kinds)),
      reference: parse,
      unit: 'ms',
      atMost: undefined,
    });
    const entries = listNames.flatMap((list) =>
      document.value[list].map((entry) => [listSchemas[list], entry] as const),
    );
    const schema = median(() => {
      for (const [shape, entry] of entries) check(shape, entry);
    });
    figures.push({
      budget: '11',
      what: `schema check, ${n} nodes`,
      ours: schema,
      reference: parse,
      unit: 'ms',
      atMost: 1,
    });
    if (n === 1000) {
      const ten = JSON.stringify(moveNodes(new Map([...moved].slice(0, 10)))).length;
      figures.push({
        budget: '9',
        what: 'message of an edit that touches 10 nodes',
        ours: ten,
        reference: { what: 'limit', value: 2048 },
        unit: 'bytes',
        atMost: 1,
      });
    }
  }
  return figures;
}
