import type { PipelineDocument } from './document';
import { withoutValue, withValue } from './draft';
import { type Edit, type ElementRef, elementId } from './edit';
import type { Json, JsonObject, JsonPath } from './json';
import type { KindCatalog } from './kind';
import { type Reference, referencesOf, targetList } from './references';
import { type Edge, type Entries, type ListName, listNames, type Pipeline, type PipelineNode } from './vocabulary';

/** What a person does in one go, as edits: each function's result is one undo step. */

/** Positions are whole CSS pixels on a grid of this size. */
export const gridPx = 8;
/** The nearest step of the grid; never minus zero, which JSON does not keep. */
export const snap = (px: number): number => Math.round(px / gridPx) * gridPx + 0;

export function moveNodes(positions: ReadonlyMap<string, { x: number; y: number }>): Edit[] {
  return [...positions].flatMap(([id, { x, y }]): Edit[] => [
    { op: 'set', element: { list: 'nodes', id }, path: ['position', 'x'], value: snap(x) },
    { op: 'set', element: { list: 'nodes', id }, path: ['position', 'y'], value: snap(y) },
  ]);
}

/** A free id in a list: `stem`, `stem-2`, `stem-3`, … */
export function freeId(taken: Pick<ReadonlySet<string>, 'has'>, stem: string): string {
  const slug = slugify(stem);
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
}

/** Free text as an id; `item` when nothing of it can stay. */
export function slugify(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 48)
    .replace(/-+$/, '');
  return slug || 'item';
}

export function idsOf(pipeline: Pipeline, list: ListName): Set<string> {
  return new Set((pipeline[list] as readonly Entries[ListName][]).map((entry) => elementId(list, entry)));
}

/** A new node; its id comes from the label and is returned with the edits. */
export function addNode(
  pipeline: Pipeline,
  node: { kind: string; label: string; position: { x: number; y: number }; config?: JsonObject },
): { id: string; edits: Edit[] } {
  const id = freeId(idsOf(pipeline, 'nodes'), node.label);
  const { kind, label, position, config } = node;
  const value: JsonObject = {
    id,
    kind,
    label,
    position: { x: snap(position.x), y: snap(position.y) },
    ...(config && { config }),
  };
  return { id, edits: [{ op: 'add', list: 'nodes', value }] };
}

export function connect(pipeline: Pipeline, edge: Omit<Edge, 'id'>): { id: string; edits: Edit[] } {
  const id = freeId(idsOf(pipeline, 'edges'), `${edge.from}-${edge.to}`);
  return { id, edits: [{ op: 'add', list: 'edges', value: withoutUndefined({ id, ...edge }) }] };
}

/** Take elements out together with what cannot stand without them: edges, grants, and their ids in lists of ids. */
export function removeElements(
  pipeline: Pipeline,
  kinds: KindCatalog,
  elements: readonly { list: ListName; id: string }[],
): Edit[] {
  const gone = new Set(elements.map(({ list, id }) => `${list}/${id}`));
  const whole: { list: ListName; id: string }[] = [...elements];
  const fields: Reference[] = [];
  for (const reference of referencesOf(pipeline, kinds)) {
    if (!gone.has(`${targetList(reference.target)}/${reference.id}`)) continue;
    const owner = reference.entry && ownerOf(pipeline, reference.entry);
    const required = owner && (owner.list === 'edges' ? reference.path[0] !== 'data' : owner.list === 'grants');
    if (owner && required) {
      if (!gone.has(`${owner.list}/${owner.id}`)) whole.push(owner);
      gone.add(`${owner.list}/${owner.id}`);
    } else {
      fields.push(reference);
    }
  }
  for (const suppression of pipeline.suppressions) {
    if (suppression.on !== undefined && elements.some(({ id }) => id === suppression.on))
      whole.push({ list: 'suppressions', id: elementId('suppressions', suppression) });
  }
  const unset = new Map<string, { element: ElementRef; path: (string | number)[] }>();
  for (const { entry, path } of fields) {
    const element = entry ? ownerOf(pipeline, entry) : ({ list: 'design' } as const);
    if (element.list !== 'design' && gone.has(`${element.list}/${element.id}`)) continue;
    const item = withItsItem(path);
    unset.set(JSON.stringify([element, item]), { element, path: item });
  }
  // From the end of each list, so that the indexes before it stay right.
  const fromTheEnd = [...unset.values()].sort((a, b) => lastIndex(b.path) - lastIndex(a.path));
  return [
    ...fromTheEnd.map((field): Edit => ({ op: 'unset', ...field })),
    ...whole.map((element): Edit => ({ op: 'remove', element })),
  ];
}

const lastIndex = (path: JsonPath): number => Number(path.findLast((step) => typeof step === 'number') ?? -1);

/** An object in a list that named the element goes as a whole: without its reference it says nothing. */
function withItsItem(path: JsonPath): (string | number)[] {
  const item = path.findLastIndex((step) => typeof step === 'number');
  return item === -1 ? [...path] : path.slice(0, item + 1);
}

/** Another id for an element, everywhere it is named. */
export function renameElement(
  pipeline: Pipeline,
  kinds: KindCatalog,
  list: Exclude<ListName, 'views' | 'notes'>,
  from: string,
  to: string,
): Edit[] {
  const edits: Edit[] = referencesOf(pipeline, kinds)
    .filter((reference) => targetList(reference.target) === list && reference.id === from)
    .map((reference) => ({
      op: 'set',
      element: reference.entry ? ownerOf(pipeline, reference.entry) : { list: 'design' },
      path: [...reference.path],
      value: to,
    }));
  const statements = list === 'nodes' ? resourceEdits(pipeline, from, to) : [];
  const suppressions = pipeline.suppressions
    .filter(({ on }) => on === from)
    .map(
      (entry): Edit => ({
        op: 'set',
        element: { list: 'suppressions', id: elementId('suppressions', entry) },
        path: ['on'],
        value: to,
      }),
    );
  return [
    ...edits,
    ...statements,
    ...suppressions,
    { op: 'set', element: { list, id: from }, path: ['id'], value: to },
  ];
}

/** In `resources` of statements a node id, or `<node id>/<path>`, stands for the node's ARNs. */
function resourceEdits(pipeline: Pipeline, from: string, to: string): Edit[] {
  return pipeline.roles.flatMap((role) =>
    (role.statements ?? []).flatMap((statement, index) =>
      (statement.resources ?? []).flatMap((resource, place): Edit[] =>
        resource === from || resource.startsWith(`${from}/`)
          ? [
              {
                op: 'set',
                element: { list: 'roles', id: role.id },
                path: ['statements', index, 'resources', place],
                value: to + resource.slice(from.length),
              },
            ]
          : [],
      ),
    ),
  );
}

/** Nodes with the edges between them, as they are put on a clipboard. */
export interface Fragment {
  readonly nodes: readonly PipelineNode[];
  readonly edges: readonly Edge[];
}

export function copyFragment(pipeline: Pipeline, nodeIds: ReadonlySet<string>): Fragment {
  return {
    nodes: pipeline.nodes.filter(({ id }) => nodeIds.has(id)),
    edges: pipeline.edges.filter(({ from, to }) => nodeIds.has(from) && nodeIds.has(to)),
  };
}

/**
 * Put a fragment into the design under new ids, moved by `offset`. What its nodes name within the fragment they name
 * there; what they name outside of it stays where it exists here, and else goes.
 */
export function pasteFragment(
  pipeline: Pipeline,
  kinds: KindCatalog,
  fragment: Fragment,
  offset: { x: number; y: number },
): { nodeIds: string[]; edits: Edit[] } {
  const nodeIds = idsOf(pipeline, 'nodes');
  const edgeIds = idsOf(pipeline, 'edges');
  const dataIds = idsOf(pipeline, 'data');
  const taken = new Set(nodeIds);
  const renamed = new Map<string, string>();
  for (const { id } of fragment.nodes) {
    const fresh = freeId(taken, id.replace(/-\d+$/, ''));
    taken.add(fresh);
    renamed.set(id, fresh);
  }
  const exists = ({ target, id }: Reference): boolean => idsOf(pipeline, targetList(target)).has(id);
  const lists = Object.fromEntries(listNames.map((list) => [list, []])) as unknown as Record<ListName, []>;
  const nodes = fragment.nodes.map((node): Edit => {
    const { x, y } = node.position ?? { x: 0, y: 0 };
    const position = { x: snap(x + offset.x), y: snap(y + offset.y) };
    const named = referencesOf({ ...pipeline, ...lists, architecture: {}, nodes: [node] }, kinds);
    let value: Json = withoutUndefined({ ...node, id: renamed.get(node.id), position });
    // From the end of each list, so that the indexes before it stay right.
    for (const reference of named.toReversed()) {
      const here = targetList(reference.target) === 'nodes' ? renamed.get(reference.id) : undefined;
      if (here !== undefined) value = withValue(value, reference.path, here);
      // A configuration may also name what is not drawn.
      else if (!exists(reference) && reference.path[0] !== 'config') value = withoutValue(value, reference.path);
    }
    return { op: 'add', list: 'nodes', value: value as JsonObject };
  });
  const edges = fragment.edges.map((edge): Edit => {
    const [from, to] = [renamed.get(edge.from)!, renamed.get(edge.to)!];
    const id = freeId(edgeIds, `${from}-${to}`);
    edgeIds.add(id);
    const data = edge.data !== undefined && dataIds.has(edge.data) ? edge.data : undefined;
    return { op: 'add', list: 'edges', value: withoutUndefined({ ...edge, id, from, to, data }) };
  });
  return { nodeIds: [...renamed.values()], edits: [...nodes, ...edges] };
}

/** The list and id of an entry of `value`. */
export function ownerOf(pipeline: Pipeline, entry: Entries[ListName]): { list: ListName; id: string } {
  for (const list of [
    'nodes',
    'edges',
    'data',
    'groups',
    'personas',
    'grants',
    'roles',
    'queries',
    'suppressions',
    'notes',
    'views',
  ] as const) {
    if ((pipeline[list] as readonly object[]).includes(entry)) return { list, id: elementId(list, entry as never) };
  }
  throw new Error('ownerOf: not an entry of this pipeline');
}

/** Every element named by `document.value`, for lists of what a person may mean. */
export function allIds(document: PipelineDocument): string[] {
  return (['nodes', 'edges', 'data', 'groups', 'personas', 'roles'] as const).flatMap((list) => [
    ...idsOf(document.value, list),
  ]);
}

function withoutUndefined(value: object): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as { [key: string]: Json };
}
