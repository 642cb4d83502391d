import type { canvasCommands } from '../../protocol/canvas';
import type { Host } from '../host';

export function sendToCanvas(host: Host, command: (typeof canvasCommands)[number]): void {
  host.canvases.active()?.command(command);
}
