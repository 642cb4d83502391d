import { CanvasPage } from '../pages/canvas';
import { GalleryPage } from '../pages/gallery';
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

/** The templates to start from, in a tab of their own. */
export async function openGallery(workbench: Workbench): Promise<GalleryPage> {
  await workbench.command('Dataweir: New Pipeline from Template…');
  const gallery = new GalleryPage(workbench.page, workbench.webview(extensionId));
  await gallery.ready();
  return gallery;
}
