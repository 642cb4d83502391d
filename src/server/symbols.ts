import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver';
import { labelOf } from '../kit/rule';
import { elementId } from '../model/edit';
import { type Entries, type ListName, listNames } from '../model/vocabulary';
import type { Design, Knowledge } from './designs';
import { rangeOf } from './ranges';

/** The outline: each list with its entries, in the order of the file. */
export function documentSymbols({ source, document }: Design, { kinds }: Knowledge): DocumentSymbol[] {
  const symbols: DocumentSymbol[] = [];
  for (const list of listNames) {
    const whole = document.spanOf([list]);
    const entries = document.value[list] as readonly Entries[ListName][];
    if (!whole || entries.length === 0) continue;
    const children = entries.flatMap((entry): DocumentSymbol[] => {
      const path = document.pathOf(entry);
      const span = document.spanOf(path);
      if (!span) return [];
      const range = rangeOf(source, span);
      const idSpan = document.spanOf([...path, 'id']);
      const id = elementId(list, entry);
      return [
        {
          name: nameOf(list, entry) || id || list,
          detail: detailOf(list, entry, (kind) => kinds.get(kind)?.label ?? kind),
          kind: symbolKinds[list],
          range,
          selectionRange: idSpan ? rangeOf(source, idSpan) : { start: range.start, end: range.start },
        },
      ];
    });
    const range = rangeOf(source, whole);
    const key = document.spanOf([list], 'key');
    const full = key ? { start: source.positionAt(key.offset), end: range.end } : range;
    symbols.push({
      name: list,
      detail: String(entries.length),
      kind: SymbolKind.Array,
      range: full,
      selectionRange: key ? rangeOf(source, key) : { start: range.start, end: range.start },
      children,
    });
  }
  return symbols.sort(
    (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
  );
}

const symbolKinds: Readonly<Record<ListName, SymbolKind>> = {
  data: SymbolKind.Struct,
  nodes: SymbolKind.Object,
  edges: SymbolKind.Event,
  groups: SymbolKind.Namespace,
  personas: SymbolKind.Interface,
  grants: SymbolKind.Key,
  roles: SymbolKind.Class,
  queries: SymbolKind.Function,
  notes: SymbolKind.String,
  views: SymbolKind.Property,
  suppressions: SymbolKind.Null,
};

function nameOf(list: ListName, entry: Entries[ListName]): string {
  if (list === 'edges') {
    const { from, to, label } = entry as Entries['edges'];
    return label ?? `${from} → ${to}`;
  }
  if (list === 'suppressions') return (entry as Entries['suppressions']).rule;
  if (list === 'notes') return (entry as Entries['notes']).text.split('\n', 1)[0]!.slice(0, 60);
  return labelOf(entry as { id?: string; label?: string; name?: string }).trim();
}

function detailOf(list: ListName, entry: Entries[ListName], labelOfKind: (kind: string) => string): string {
  if (list === 'nodes') return labelOfKind((entry as Entries['nodes']).kind);
  if (list === 'suppressions') return (entry as Entries['suppressions']).on ?? '';
  if (list === 'edges') return (entry as Entries['edges']).kind ?? 'data';
  return (entry as { id?: string }).id ?? '';
}
