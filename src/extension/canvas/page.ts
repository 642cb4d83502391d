import { escaped } from '../../kit/html';
import { type Page, securePage } from '../page';

export interface CanvasPage extends Pick<Page, 'cspSource' | 'nonce' | 'script' | 'style' | 'codicons'> {
  /** Folder of the service icons, with a slash at its end. */
  readonly icons: string;
  readonly layoutWorker: string;
}

export function canvasPage({ icons, layoutWorker, ...page }: CanvasPage): string {
  return securePage({
    ...page,
    title: 'Dataweir canvas',
    body: `  <div id="root" data-icons="${escaped(icons)}" data-elk="${escaped(layoutWorker)}"></div>`,
    furtherPolicy: [
      // The layout runs in a worker that is fetched and started from memory: webviews cannot start one by address.
      'worker-src blob:',
      `connect-src ${page.cspSource}`,
    ],
  });
}
