import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Workbench } from './workbench';

export const extensionId = 'dataweir.dataweir';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The canvas inside its custom editor: the only place that knows its selectors. */
export class Canvas {
  readonly page: Page;
  /** The webview's document. */
  readonly frame: FrameLocator;

  /** @param nth which of several open canvases, in the order VS Code made them. */
  constructor(workbench: Workbench, nth = 0) {
    this.page = workbench.page;
    this.frame = workbench.webview(extensionId, nth);
  }

  /** Opens a design and waits for its canvas. The first webview of a browser takes VS Code itself some seconds. */
  static async open(workbench: Workbench, name: string): Promise<Canvas> {
    await workbench.openFile(name);
    const canvas = new Canvas(workbench);
    await canvas.ready();
    return canvas;
  }

  async ready(): Promise<void> {
    await this.frame.locator('.react-flow__viewport, [data-testid="empty"]').first().waitFor({ timeout: 30_000 });
  }

  nodes(): Locator {
    return this.frame.locator('[data-node-id]');
  }

  node(id: string): Locator {
    return this.frame.locator(`[data-node-id="${id}"]`);
  }

  /** A node as React Flow wraps it: the part that takes the focus, holds the handles and the badges. */
  nodeBox(id: string): Locator {
    return this.frame.locator(`.react-flow__node[data-id="${id}"]`);
  }

  /** The point of a node where edges start or end. */
  handle(id: string, side: 'left' | 'right'): Locator {
    return this.nodeBox(id).locator(`.react-flow__handle[data-handleid="${side}"]`);
  }

  edges(): Locator {
    return this.frame.locator('path[data-edge-id]');
  }

  edge(id: string): Locator {
    return this.frame.locator(`path[data-edge-id="${id}"]`);
  }

  group(id: string): Locator {
    return this.frame.locator(`[data-group-id="${id}"]`);
  }

  badge(nodeId: string): Locator {
    return this.nodeBox(nodeId).locator('[data-badge]');
  }

  palette(): Locator {
    return this.frame.locator('[data-panel="palette"]');
  }

  paletteItem(kind: string): Locator {
    return this.palette().locator(`[data-kind="${kind}"]`);
  }

  paletteSearch(): Locator {
    return this.frame.locator('[data-field="palette-search"]');
  }

  inspector(): Locator {
    return this.frame.locator('[data-panel="inspector"]');
  }

  /** A field of the inspector, by its name in the document. */
  field(name: string): Locator {
    return this.inspector().locator(`[data-field="${name}"]`);
  }

  finding(rule: string): Locator {
    return this.inspector().locator(`[data-rule="${rule}"]`);
  }

  toolbarButton(action: string): Locator {
    return this.frame.locator(`.toolbar [data-action="${action}"]`);
  }

  /** What the canvas says while the text cannot be read. */
  banner(): Locator {
    return this.frame.getByTestId('banner');
  }

  /** What it says about the last thing that was tried. */
  notice(): Locator {
    return this.frame.getByTestId('notice');
  }

  async fit(): Promise<void> {
    await this.toolbarButton('fit').click();
  }

  /** Drags by real pointer events, in steps, as a hand would. */
  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + (to.x - from.x) / 10, from.y + (to.y - from.y) / 10);
    await mouse.move(to.x, to.y, { steps: 8 });
    await mouse.up();
  }

  /** Moves a node by CSS pixels of the screen. */
  async moveNode(id: string, by: Point): Promise<void> {
    const from = await centre(this.node(id));
    await this.drag(from, { x: from.x + by.x, y: from.y + by.y });
  }

  /** Draws an edge from the right of one node to the left of another. */
  async connect(from: string, to: string): Promise<void> {
    await this.node(from).hover();
    await this.drag(await centre(this.handle(from, 'right')), await centre(this.handle(to, 'left')));
  }

  /** Drops a service from the palette at a point of the design area, given as shares of its width and height. */
  async dropFromPalette(kind: string, at: Point): Promise<void> {
    const area = this.frame.locator('.react-flow__pane');
    const box = await area.boundingBox();
    if (!box) throw new Error('The design area is not visible.');
    await this.paletteItem(kind).dragTo(area, { targetPosition: { x: box.width * at.x, y: box.height * at.y } });
  }
}

/** In pixels of the window. */
export async function centre(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not visible.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
