import type { PipelineDocument } from '../model/document';
import { elementId } from '../model/edit';
import type { JsonPath } from '../model/json';
import type { KindCatalog } from '../model/kind';
import type { Span } from '../model/lines';
import { renameElement } from '../model/operations';
import { targetList } from '../model/references';
import { type Entries, type ListName, listNames } from '../model/vocabulary';
import { type Place, placeAt } from './place';
import { readValue, referenceAt } from './schema-at';

/** Lists whose entries other parts of a design name by id. */
export type NamedList = Exclude<ListName, 'views' | 'notes' | 'suppressions'>;

/** The element that an id stands for, and where that id is written. */
export interface IdAt {
  readonly list: NamedList;
  readonly id: string;
  /** The text between the quotes; for a resource of a statement the id alone, without the path behind it. */
  readonly span: Span;
}

/** The id that stands at an offset: of the entry itself, or naming another. */
export function idAt(document: PipelineDocument, kinds: KindCatalog, offset: number): IdAt | undefined {
  const place = placeAt(document.text, offset);
  if (place?.part !== 'value') return undefined;
  const text = readValue(document, place.path);
  if (typeof text !== 'string') return undefined;
  const found = namedAt(document, kinds, place.path, text);
  return found && { ...found, span: { offset: place.span.offset + 1, length: quotedLength(place, text, found.id) } };
}

/** An id with escapes in it takes more room in the text than it has characters. */
function quotedLength(place: Place, text: string, id: string): number {
  return id.length === text.length ? place.span.length - 2 : id.length;
}

function namedAt(
  document: PipelineDocument,
  kinds: KindCatalog,
  path: JsonPath,
  text: string,
): { list: NamedList; id: string } | undefined {
  const [list, index, field] = path;
  const last = path.at(-1);
  if (typeof index !== 'number') return undefined;
  if (field === 'id' && path.length === 3 && isNamed(list)) return { list, id: text };
  const target = referenceAt(document, kinds, path);
  if (target) return { list: targetList(target) as NamedList, id: text };
  if (field === 'on' && (list === 'suppressions' || list === 'notes')) return findAnywhere(document, text);
  if (path.at(-2) === 'resources' && typeof last === 'number') {
    const id = text.split('/', 1)[0]!;
    return document.value.nodes.some((node) => node.id === id) ? { list: 'nodes', id } : undefined;
  }
  return undefined;
}

function isNamed(list: unknown): list is NamedList {
  return listNames.includes(list as ListName) && list !== 'views' && list !== 'notes' && list !== 'suppressions';
}

function findAnywhere(document: PipelineDocument, id: string): { list: NamedList; id: string } | undefined {
  const list = (['nodes', 'edges', 'data', 'roles', 'personas', 'groups', 'grants', 'queries'] as const).find((name) =>
    findIn(document, name, id),
  );
  return list && { list, id };
}

export function findIn(document: PipelineDocument, list: ListName, id: string): Entries[ListName] | undefined {
  return (document.value[list] as readonly Entries[ListName][]).find((entry) => elementId(list, entry) === id);
}

/** Where the id of an element is given, between its quotes; undefined when nothing has it. */
export function declarationOf(
  document: PipelineDocument,
  { list, id }: { list: ListName; id: string },
): Span | undefined {
  const entry = findIn(document, list, id);
  const span = entry && document.spanOf([...document.pathOf(entry), 'id']);
  return span && withoutQuotes(span);
}

/** Everywhere an element is named by its id, its declaration last. */
export function placesOf(
  document: PipelineDocument,
  kinds: KindCatalog,
  { list, id }: { list: NamedList; id: string },
): Span[] {
  // Whatever a rename would touch names the element.
  return renameElement(document.value, kinds, list, id, `${id}x`).flatMap((edit) => {
    if (edit.op !== 'set') return [];
    const entry = edit.element.list === 'design' ? undefined : findIn(document, edit.element.list, edit.element.id);
    if (edit.element.list !== 'design' && !entry) return [];
    const span = document.spanOf([...(entry ? document.pathOf(entry) : []), ...edit.path]);
    return span ? [withoutQuotes(span)] : [];
  });
}

function withoutQuotes({ offset, length }: Span): Span {
  return { offset: offset + 1, length: Math.max(0, length - 2) };
}
