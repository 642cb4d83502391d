import { showText } from '../canvas/show-text';
import type { Host } from '../host';
import { targetDesign } from './target';

export async function run(host: Host, given?: unknown): Promise<void> {
  await showText(await targetDesign(host, given), undefined);
}
