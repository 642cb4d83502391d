import { elementId } from '../model/edit';
import { sameJson } from '../model/json';
import { type Entries, type ListName, listNames, type Pipeline } from '../model/vocabulary';

export type Mark = 'added' | 'changed' | 'removed';

export interface ChangedElement {
  readonly list: ListName;
  readonly id: string;
  readonly name: string;
  readonly mark: Mark;
}

/** What one design has become of another. */
export interface Change {
  /** What changed and what is joined to it, with what goes still in it. */
  readonly pipeline: Pipeline;
  readonly elements: readonly ChangedElement[];
  /** By `<list>/<id>`. */
  readonly marks: ReadonlyMap<string, Mark>;
}

/** Compares two designs element by element, by their ids. What only moved counts as unchanged. */
export function changeOf(before: Pipeline, after: Pipeline): Change {
  const elements = listNames.flatMap((list) => changedIn(list, before, after));
  const marks = new Map(elements.map(({ list, id, mark }) => [`${list}/${id}`, mark]));
  const nodes = union(before.nodes, after.nodes);
  const edges = union(before.edges, after.edges);
  const near = new Set(nodes.flatMap(({ id }) => (marks.has(`nodes/${id}`) ? [id] : [])));
  for (const { id, from, to } of edges) if (marks.has(`edges/${id}`)) near.add(from).add(to);
  const core = new Set(near);
  for (const { from, to } of edges) if (core.has(from) || core.has(to)) near.add(from).add(to);
  return {
    pipeline: {
      ...after,
      nodes: nodes.filter(({ id }) => near.has(id)),
      edges: edges.filter(({ from, to }) => near.has(from) && near.has(to)),
    },
    elements,
    marks,
  };
}

function changedIn(list: ListName, before: Pipeline, after: Pipeline): ChangedElement[] {
  const old = new Map(entriesOf(before, list).map((entry) => [elementId(list, entry), entry]));
  const now = new Map(entriesOf(after, list).map((entry) => [elementId(list, entry), entry]));
  const marked = (id: string, entry: Entries[ListName], mark: Mark): ChangedElement => ({
    list,
    id,
    name: nameOf(entry) ?? id,
    mark,
  });
  return [
    ...[...now].flatMap(([id, entry]) => {
      const was = old.get(id);
      if (!was) return [marked(id, entry, 'added')];
      return sameJson(unplaced(was), unplaced(entry)) ? [] : [marked(id, entry, 'changed')];
    }),
    ...[...old].flatMap(([id, entry]) => (now.has(id) ? [] : [marked(id, entry, 'removed')])),
  ];
}

const entriesOf = (pipeline: Pipeline, list: ListName): readonly Entries[ListName][] => pipeline[list];

const unplaced = (entry: object): object => ({ ...entry, position: undefined });

function nameOf(entry: object): string | undefined {
  const { label, name } = entry as { readonly label?: string; readonly name?: string };
  return label ?? name;
}

function union<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): T[] {
  const ids = new Set(after.map(({ id }) => id));
  return [...after, ...before.filter(({ id }) => !ids.has(id))];
}
