import { CanvasPage } from '../pages/canvas';
import type { Workbench } from '../pages/workbench';

export const extensionId = 'dataweir.dataweir';

/** Opens a design from the explorer and waits for its canvas; the first webview of a browser takes VS Code some seconds. */
export async function openCanvas(workbench: Workbench, name: string): Promise<CanvasPage> {
  await workbench.openFile(name);
  return canvasOf(workbench);
}

/** The canvas of an open custom editor. @param nth which of several, in the order VS Code made them. */
export async function canvasOf(workbench: Workbench, nth = 0): Promise<CanvasPage> {
  const canvas = new CanvasPage(workbench.page, workbench.webview(extensionId, nth));
  await canvas.ready();
  return canvas;
}
