import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Theme } from './workbench';

export type ToolbarAction =
  | 'palette'
  | 'undo'
  | 'redo'
  | 'duplicate'
  | 'delete'
  | 'tidy'
  | 'zoomOut'
  | 'zoomIn'
  | 'fit'
  | 'minimap'
  | 'text'
  | 'export'
  | 'inspector';
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/**
 * The canvas, in the frame of its webview or in a page of its own: the only place that knows its selectors.
 * @param page gives the mouse and the keyboard; `root` is where the canvas is drawn.
 */
export class CanvasPage {
  constructor(
    readonly page: Page,
    readonly root: FrameLocator | Page,
  ) {}

  /** Resolves once the design is drawn and fills its room. */
  async ready(): Promise<void> {
    await this.root.locator('.canvas-flow').waitFor();
    await this.settled();
  }

  // What is drawn

  node(id: string): Locator {
    return this.root.locator(`[data-node-id=${JSON.stringify(id)}]`);
  }

  nodes(): Locator {
    return this.root.locator('[data-node-id]');
  }

  selectedNodes(): Locator {
    return this.root.locator('.node-card.selected');
  }

  async selectedIds(): Promise<readonly string[]> {
    const ids = await this.selectedNodes().evaluateAll((cards) =>
      cards.map((card) => card.getAttribute('data-node-id')),
    );
    return ids.flatMap((id) => id ?? []).sort();
  }

  /** A node of which the whole is to be seen, nearest to the middle. */
  async middleNode(): Promise<string> {
    const id = await this.nodes().evaluateAll((cards) => {
      const pane = cards[0]?.closest('.react-flow')?.getBoundingClientRect();
      if (!pane) return undefined;
      const far = (card: Element) => {
        const { x, y, width, height } = card.getBoundingClientRect();
        return Math.hypot(x + width / 2 - pane.x - pane.width / 2, y + height / 2 - pane.y - pane.height / 2);
      };
      const nearest = cards.reduce((best, card) => (far(card) < far(best) ? card : best));
      return nearest.getAttribute('data-node-id') ?? undefined;
    });
    if (!id) throw new Error('No node is drawn.');
    return id;
  }

  /** How far one node is from another, whatever the view. */
  async distance(from: string, to: string): Promise<{ x: number; y: number }> {
    const [a, b] = [await centre(this.node(from)), await centre(this.node(to))];
    return { x: b.x - a.x, y: b.y - a.y };
  }

  nodesOfKind(kind: string): Locator {
    return this.root.locator(`[data-node-id][data-kind=${JSON.stringify(kind)}]`);
  }

  edge(id: string): Locator {
    return this.root.locator(`[data-edge-id=${JSON.stringify(id)}]`);
  }

  edges(): Locator {
    return this.root.locator('[data-edge-id]');
  }

  group(id: string): Locator {
    return this.root.locator(`[data-group-id=${JSON.stringify(id)}]`);
  }

  /** Where edges leave (`source`) or arrive (`target`). */
  handle(id: string, type: 'source' | 'target'): Locator {
    return this.#nodeFrame(id).locator(`.react-flow__handle.${type}`);
  }

  /** The findings of a node: all of them, or those of one severity. */
  badge(id: string, severity?: Severity): Locator {
    const badges = this.#nodeFrame(id).locator('[data-badge]');
    return severity ? badges.locator(`[data-severity="${severity}"]`) : badges;
  }

  edgeBadge(id: string): Locator {
    return this.root
      .locator('.react-flow__edge', { has: this.root.locator(`[data-edge-id=${JSON.stringify(id)}]`) })
      .locator('[data-badge]');
  }

  #nodeFrame(id: string): Locator {
    return this.root.locator(`.react-flow__node[data-id=${JSON.stringify(id)}]`);
  }

  banner(): Locator {
    return this.root.locator('[data-testid="banner"]');
  }

  notice(): Locator {
    return this.root.locator('[data-testid="notice"]');
  }

  /** An offer of the notice, such as to put a service between. */
  noticeAction(label: string): Locator {
    return this.notice().locator('button', { hasText: label });
  }

  empty(): Locator {
    return this.root.locator('[data-testid="empty"]');
  }

  /** What screen readers were told last. */
  announcement(): Locator {
    return this.root.locator('[role="status"]');
  }

  /** Place and zoom, as the browser has them: equal texts mean that nothing moved. */
  async viewport(): Promise<string> {
    return (await this.root.locator('.react-flow__viewport').getAttribute('style')) ?? '';
  }

  /** What is free of nodes takes clicks, drops and frames of selection. */
  pane(): Locator {
    return this.root.locator('.react-flow__pane');
  }

  /** Resolves once the view rests: zooming and fitting glide. */
  async settled(): Promise<void> {
    await this.root.locator('.react-flow__viewport').evaluate(async (element) => {
      let before = '';
      for (let still = 0; still < 12; ) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        const now = element.getAttribute('style') ?? '';
        still = now === before ? still + 1 : 0;
        before = now;
      }
    });
  }

  minimap(): Locator {
    return this.root.locator('.minimap');
  }

  /** What VS Code says of the theme, as it says it to the page. */
  async theme(): Promise<Theme | undefined> {
    const kind = await this.root.locator('body').getAttribute('data-vscode-theme-kind');
    const kinds: Readonly<Record<string, Theme>> = {
      'vscode-dark': 'dark',
      'vscode-light': 'light',
      'vscode-high-contrast': 'high contrast dark',
      'vscode-high-contrast-light': 'high contrast light',
    };
    return kinds[kind ?? ''];
  }

  /** Colours as the browser computes them: of the editor in this theme, of the canvas, and of a node. */
  async colours(id: string): Promise<Readonly<Record<'editor' | 'stage' | 'text' | 'card', string>>> {
    return this.node(id).evaluate((card) => {
      const backgroundOf = (element: Element | null): string => {
        for (let at = element; at; at = at.parentElement) {
          const { backgroundColor } = getComputedStyle(at);
          if (!/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor)) return backgroundColor;
        }
        return '';
      };
      const probe = document.createElement('span');
      probe.style.color = 'var(--vscode-editor-background)';
      document.body.append(probe);
      const editor = getComputedStyle(probe).color;
      probe.remove();
      return {
        editor,
        stage: backgroundOf(card.closest('.canvas-flow')),
        text: getComputedStyle(card.querySelector('.node-label') ?? card).color,
        card: backgroundOf(card),
      };
    });
  }

  // Palette and toolbar

  paletteItem(kind: string): Locator {
    return this.root.locator(`.palette-item[data-kind=${JSON.stringify(kind)}]`);
  }

  paletteSearch(): Locator {
    return this.root.locator('[data-field="palette-search"]');
  }

  tool(action: ToolbarAction): Locator {
    return this.root.locator(`[data-action="${action}"]`);
  }

  // Inspector

  /** Something that the inspector says of a node, by its name. */
  remark(name: 'retired' | 'network'): Locator {
    return this.inspector().locator(`[data-remark="${name}"]`);
  }

  inspector(): Locator {
    return this.root.locator('[data-panel="inspector"]');
  }

  /** A field by its path from the element: `label`, `config.bufferMB`, `config.lifecycle.0.prefix`. */
  field(path: string): Locator {
    return this.inspector().locator(`[data-field=${JSON.stringify(path)}]`);
  }

  /** Path of the field that has the focus. */
  focusedField(): Promise<string | null> {
    return this.root
      .locator('body')
      .evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null);
  }

  input(path: string): Locator {
    return this.field(path).locator('input, textarea, select').first();
  }

  fieldError(path: string): Locator {
    return this.field(path).locator('.field-error');
  }

  finding(rule: string): Locator {
    return this.inspector().locator(`[data-rule=${JSON.stringify(rule)}]`);
  }

  /** A field that rules wait for: `hotDays` of the element that is inspected, `data/clicks/hotDays` of the design. */
  waiting(field: string): Locator {
    return this.inspector().locator(`[data-waiting=${JSON.stringify(field)}]`);
  }

  /** What a refactoring would make, while it is shown. */
  fixPreview(): Locator {
    return this.root.locator('[data-fix-preview]');
  }

  fix(title: string): Locator {
    return this.inspector().locator(`[data-fix=${JSON.stringify(title)}]`);
  }

  /** An entry of a list in the design's inspector: `data/clicks`. */
  entry(key: string): Locator {
    return this.inspector().locator(`[data-entry=${JSON.stringify(key)}]`);
  }

  // What people do

  async select(id: string): Promise<void> {
    await this.node(id).click();
  }

  /** Type into a field and leave it by Enter: one edit. */
  async fill(path: string, text: string): Promise<void> {
    await this.input(path).fill(text);
    await this.input(path).press('Enter');
  }

  async choose(path: string, value: string): Promise<void> {
    await this.input(path).focus();
    await this.input(path).selectOption(value);
  }

  /** Drag a service from the palette; `at` is from the corner of the canvas. */
  async drop(kind: string, at: { x: number; y: number }): Promise<void> {
    await this.paletteItem(kind).dragTo(this.pane(), { targetPosition: at });
  }

  /** Select several nodes, one click each. */
  async selectAll(ids: readonly string[]): Promise<void> {
    const [first, ...others] = ids;
    if (first) await this.select(first);
    for (const id of others) await this.node(id).click({ modifiers: ['Control'] });
  }

  /** Draw a frame of selection around nodes; it starts outside the first and ends outside the last. */
  async frame(first: string, last: string): Promise<void> {
    const from = await box(this.node(first));
    const to = await box(this.node(last));
    await this.page.keyboard.down('Shift');
    await this.page.mouse.move(from.x - 4, from.y - 4);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + to.width + 4, to.y + to.height + 4, { steps: 6 });
    await this.page.mouse.up();
    await this.page.keyboard.up('Shift');
  }

  async drag(id: string, by: { x: number; y: number }): Promise<void> {
    const from = await centre(this.node(id));
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + by.x, from.y + by.y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Draw an edge; `before` may look while it is being drawn. */
  async connect(from: string, to: string, before?: () => Promise<void>): Promise<void> {
    const start = await centre(this.handle(from, 'source'));
    const end = await centre(this.node(to));
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move(start.x + 16, start.y + 16, { steps: 3 });
    await this.page.mouse.move(end.x, end.y, { steps: 6 });
    await before?.();
    await this.page.mouse.up();
  }

  /** Nodes that light up, or are dimmed, while an edge is being drawn. */
  targets(answer: 'allowed' | 'refused'): Locator {
    return this.root.locator(`[data-connect="${answer}"]`);
  }
}

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = await box(locator);
  return { x: x + width / 2, y: y + height / 2 };
}

async function box(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const found = await locator.boundingBox();
  if (!found) throw new Error('The element is not on the screen.');
  return found;
}
