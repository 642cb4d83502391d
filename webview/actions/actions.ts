import { shortLabel } from '../../src/kit/words';
import type { Edit } from '../../src/model/edit';
import {
  addNode,
  connect,
  copyFragment,
  type Fragment,
  gridPx,
  moveNodes,
  pasteFragment,
  removeElements,
} from '../../src/model/operations';
import type { ListName, PipelineNode } from '../../src/model/vocabulary';
import {
  type Box,
  boundsOf,
  freePlace,
  nodeHeightPx,
  nodeWidthPx,
  type Point,
  placesOf,
} from '../../src/picture/geometry';
import { kinds, rules } from '../catalog';
import { parseFragment, printFragment } from '../clipboard/fragment';
import { judge, newEdge } from '../connect/verdict';
import type { Host } from '../host';
import { placesFromElk, toElkGraph } from '../layout/elk-graph';
import type { Layouter } from '../layout/tidy';
import type { MakeEdits, Session } from '../session/session';
import { type CanvasStore, isEditable, type Notice, nothingMoving, nothingSelected } from '../session/state';

/** What only the drawn canvas knows: its viewport. Set while one is mounted. */
export interface View {
  /** The visible part, in the coordinates of the design. */
  visible(): Box;
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  show(box: Box): void;
}

/** What a person can do on the canvas; each thing done is one edit, and so one undo step. */
export class Actions {
  view: View | undefined;
  #pastes: { text: string; count: number } | undefined;
  #layout: object | undefined;

  constructor(
    readonly store: CanvasStore,
    readonly session: Session,
    readonly host: Host,
    readonly layouter: Layouter,
  ) {}

  get #state() {
    return this.store.getState();
  }

  get editable(): boolean {
    return isEditable(this.#state);
  }

  tell(notice: Notice): void {
    this.store.setState({ notice, announcement: [notice.message, notice.detail].filter(Boolean).join(' ') });
  }

  announce(announcement: string): void {
    this.store.setState({ announcement });
  }

  dismiss(): void {
    if (this.#state.notice) this.store.setState({ notice: undefined });
  }

  write(make: MakeEdits): Promise<boolean> {
    return this.session.write(make);
  }

  undo(): void {
    this.host.changeHistory('undo');
  }

  redo(): void {
    this.host.changeHistory('redo');
  }

  // Selection

  select(nodes: Iterable<string>, edges: Iterable<string> = []): void {
    this.store.setState({ selection: { nodes: new Set(nodes), edges: new Set(edges) }, inspected: undefined });
  }

  selectAll(): void {
    const value = this.#state.document?.value;
    if (value)
      this.select(
        value.nodes.map(({ id }) => id),
        value.edges.map(({ id }) => id),
      );
  }

  clearSelection(): void {
    this.store.setState({ selection: nothingSelected, inspected: undefined });
  }

  /** Open an entry that is not drawn in the inspector; nodes and edges are selected. */
  inspect(list: ListName, id: string): void {
    if (list === 'nodes') this.select([id]);
    else if (list === 'edges') this.select([], [id]);
    else this.store.setState({ selection: nothingSelected, inspected: { list, id } });
    this.showPanel('inspector');
  }

  /** Select an element and bring it into view. */
  reveal(list: ListName, id: string): void {
    this.inspect(list, id);
    const value = this.#state.document?.value;
    if (!value) return;
    const edge = list === 'edges' ? value.edges.find((candidate) => candidate.id === id) : undefined;
    const ids =
      list === 'nodes'
        ? [id]
        : edge
          ? [edge.from, edge.to]
          : list === 'groups'
            ? (value.groups.find((group) => group.id === id)?.nodes ?? [])
            : [];
    const places = placesOf(value.nodes);
    const box = boundsOf(ids.flatMap((nodeId) => places.get(nodeId) ?? []));
    if (box) this.view?.show(box);
  }

  showPanel(panel: 'palette' | 'inspector'): void {
    const { panels } = this.#state;
    if (!panels[panel]) this.store.setState({ panels: { ...panels, [panel]: true } });
  }

  togglePanel(panel: 'palette' | 'inspector' | 'minimap'): void {
    const { panels } = this.#state;
    this.store.setState({ panels: { ...panels, [panel]: !panels[panel] } });
  }

  // Nodes and edges

  /** Add a node where it was dropped, else beside the only selected node, else in the middle of what is visible. */
  async add(kind: string, at?: Point): Promise<void> {
    const service = kinds.get(kind);
    const { document, selection } = this.#state;
    if (!service || !document || !this.editable) return;
    const places = placesOf(document.value.nodes);
    const [only] = selection.nodes;
    const beside = selection.nodes.size === 1 && only !== undefined ? places.get(only) : undefined;
    const view = this.view?.visible();
    const middle = view
      ? { x: view.x + view.width / 2 - nodeWidthPx / 2, y: view.y + view.height / 2 - nodeHeightPx / 2 }
      : { x: 0, y: 0 };
    const wanted = beside ? { x: beside.x + 256, y: beside.y } : middle;
    const position = at
      ? { x: at.x - nodeWidthPx / 2, y: at.y - nodeHeightPx / 2 }
      : freePlace(places.values(), wanted);
    let added = '';
    const written = await this.write(({ value }) => {
      const { id, edits } = addNode(value, { kind, label: shortLabel(service.label), position });
      added = id;
      return edits;
    });
    if (!written) return;
    this.select([added]);
    this.announce(`${service.label} added.`);
    const box = boundsOf([position]);
    if (box && view && !contains(view, box)) this.view?.show(box);
  }

  /** Draw an edge, or say near `at` why not and what would do. */
  async connect(fromId: string, toId: string, at?: Point): Promise<void> {
    const { document } = this.#state;
    const from = document?.value.nodes.find(({ id }) => id === fromId);
    const to = document?.value.nodes.find(({ id }) => id === toId);
    if (!document || !from || !to || !this.editable) return;
    const verdict = judge(rules, document, from, to);
    if (!verdict.allowed) {
      const { message, detail, between, existing } = verdict;
      this.tell({
        tone: 'warning',
        message,
        ...(detail && { detail }),
        ...(at && { at }),
        actions: existing
          ? [{ label: 'Show it', run: () => this.select([], [existing]) }]
          : between.map((kind) => ({
              label: `Put ${kinds.get(kind)?.label ?? kind} between`,
              run: () => void this.connectThrough(from, kind, to),
            })),
      });
      return;
    }
    let added = '';
    const written = await this.write((current) => {
      const { id, edits } = connect(current.value, newEdge(current, from, to, verdict.pair));
      added = id;
      return edits;
    });
    if (!written) return;
    this.select([], [added]);
    const joined = `${nameOf(from)} now feeds ${nameOf(to)}.`;
    if (verdict.advice) this.tell({ tone: 'info', message: joined, detail: verdict.advice, ...(at && { at }) });
    else this.announce(joined);
  }

  /** Put a new node between two that cannot be joined directly. */
  async connectThrough(from: PipelineNode, kind: string, to: PipelineNode): Promise<void> {
    const service = kinds.get(kind);
    const first = rules.matrix.find(from.kind, kind);
    const second = rules.matrix.find(kind, to.kind);
    if (!service || !first || !second) return;
    let added = '';
    const written = await this.write((document) => {
      const places = placesOf(document.value.nodes);
      const [a, b] = [places.get(from.id), places.get(to.id)];
      if (!a || !b) return [];
      const position = freePlace(places.values(), { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
      const node = addNode(document.value, { kind, label: shortLabel(service.label), position });
      added = node.id;
      const middle: PipelineNode = { id: node.id, kind };
      const into = newEdge(document, from, middle, first);
      const onward = { ...newEdge(document, middle, to, second), ...(into.data !== undefined && { data: into.data }) };
      return [...node.edits, ...connect(document.value, into).edits, ...connect(document.value, onward).edits];
    });
    if (!written || !added) return;
    this.select([added]);
    this.announce(`${service.label} put between ${nameOf(from)} and ${nameOf(to)}.`);
  }

  async remove(): Promise<void> {
    const { selection, document } = this.#state;
    if (!document || !this.editable) return;
    const elements = [
      ...document.value.nodes
        .filter(({ id }) => selection.nodes.has(id))
        .map(({ id }) => ({ list: 'nodes' as const, id })),
      ...document.value.edges
        .filter(({ id }) => selection.edges.has(id))
        .map(({ id }) => ({ list: 'edges' as const, id })),
    ];
    if (elements.length === 0) return;
    if (await this.write(({ value }) => removeElements(value, kinds, elements)))
      this.announce(`${elements.length === 1 ? 'One element' : `${elements.length} elements`} removed.`);
  }

  /** Move nodes to where they were dragged; they stay there on the screen until the document has followed. */
  async move(places: ReadonlyMap<string, Point>): Promise<void> {
    const at = (id: string): Point | undefined =>
      this.#state.document?.value.nodes.find((node) => node.id === id)?.position;
    const moved = new Map([...places].filter(([id, { x, y }]) => at(id)?.x !== x || at(id)?.y !== y));
    if (moved.size > 0 && this.editable) await this.write(() => moveNodes(moved));
    // A drag that began meanwhile has places of its own.
    const rest = new Map([...this.#state.moving].filter(([id, place]) => places.get(id) !== place));
    this.store.setState({ moving: rest.size === 0 ? nothingMoving : rest });
  }

  #nudges: ReturnType<typeof setTimeout> | undefined;

  /** Move the selection by steps of the grid; written once the keys rest. */
  nudge(dx: number, dy: number): void {
    const { document, selection, moving } = this.#state;
    if (!document || !this.editable || selection.nodes.size === 0) return;
    const places = placesOf(document.value.nodes);
    const next = new Map(moving);
    for (const id of selection.nodes) {
      const place = next.get(id) ?? places.get(id);
      if (place) next.set(id, { x: place.x + dx * gridPx, y: place.y + dy * gridPx });
    }
    this.store.setState({ moving: next });
    clearTimeout(this.#nudges);
    this.#nudges = setTimeout(() => void this.move(this.#state.moving), 400);
  }

  // Clipboard

  #selected(): Fragment | undefined {
    const { document, selection } = this.#state;
    const fragment = document && copyFragment(document.value, selection.nodes);
    return fragment && fragment.nodes.length > 0 ? fragment : undefined;
  }

  async duplicate(): Promise<void> {
    const fragment = this.#selected();
    if (fragment) await this.#insert(fragment, { x: 4 * gridPx, y: 4 * gridPx }, 'duplicated');
  }

  async copy(): Promise<boolean> {
    const fragment = this.#selected();
    if (!fragment) return false;
    try {
      await this.host.writeClipboard(printFragment(fragment));
    } catch (error) {
      this.tell({
        tone: 'error',
        message: 'The clipboard could not be written.',
        detail: error instanceof Error ? error.message : String(error),
      });
      return false;
    }
    this.#pastes = undefined;
    this.announce(`${fragment.nodes.length} nodes copied.`);
    return true;
  }

  async cut(): Promise<void> {
    if (this.editable && (await this.copy())) await this.remove();
  }

  async paste(): Promise<void> {
    if (!this.editable) return;
    let text: string;
    try {
      text = await this.host.readClipboard();
    } catch (error) {
      this.tell({
        tone: 'error',
        message: 'The clipboard could not be read.',
        detail: error instanceof Error ? error.message : String(error),
      });
      return;
    }
    const fragment = parseFragment(text, kinds);
    if (!fragment) {
      this.tell({ tone: 'info', message: 'The clipboard holds no nodes of a design.' });
      return;
    }
    const count = this.#pastes?.text === text ? this.#pastes.count + 1 : 1;
    this.#pastes = { text, count };
    await this.#insert(fragment, this.#pasteOffset(fragment, count), 'pasted');
  }

  /** Beside where they were copied from; in the middle of the view when that is out of sight. */
  #pasteOffset(fragment: Fragment, count: number): Point {
    const step = count * 4 * gridPx;
    const bounds = boundsOf(fragment.nodes.map(({ position }) => position ?? { x: 0, y: 0 }));
    const view = this.view?.visible();
    if (!bounds || !view || contains(view, { ...bounds, x: bounds.x + step, y: bounds.y + step }))
      return { x: step, y: step };
    return {
      x: view.x + (view.width - bounds.width) / 2 - bounds.x + step - 32,
      y: view.y + (view.height - bounds.height) / 2 - bounds.y + step - 32,
    };
  }

  async #insert(fragment: Fragment, offset: Point, done: string): Promise<void> {
    if (!this.editable) return;
    let added: string[] = [];
    const written = await this.write(({ value }) => {
      const { nodeIds, edits } = pasteFragment(value, kinds, fragment, offset);
      added = nodeIds;
      return edits;
    });
    if (!written) return;
    this.select(added);
    this.announce(`${added.length} ${added.length === 1 ? 'node' : 'nodes'} ${done}.`);
  }

  // Layout

  async tidy(): Promise<void> {
    const { document } = this.#state;
    if (!document || !this.editable || document.value.nodes.length === 0) return;
    const running = {};
    this.#layout = running;
    this.store.setState({ layingOut: true });
    try {
      const laidOut = await this.layouter.layout(toElkGraph(document.value));
      if (!laidOut) return;
      const places = placesFromElk(laidOut, document.value, placesOf(document.value.nodes));
      if (places.size === 0) {
        this.announce('The layout is tidy already.');
        return;
      }
      if (await this.write(() => moveNodes(places))) {
        this.view?.fit();
        this.announce('Layout tidied.');
      }
    } catch (error) {
      this.tell({
        tone: 'error',
        message: 'The layout failed; nothing was moved.',
        detail: error instanceof Error ? error.message : String(error),
      });
    } finally {
      if (this.#layout === running) this.store.setState({ layingOut: false });
    }
  }

  cancelTidy(): void {
    this.layouter.cancel();
  }

  applyFix(title: string, edits: readonly Edit[]): void {
    void this.write(() => edits).then((written) => {
      if (written) this.announce(`Done: ${title}.`);
    });
  }
}

const nameOf = (node: PipelineNode): string => `"${node.label ?? node.id}"`;

function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}
