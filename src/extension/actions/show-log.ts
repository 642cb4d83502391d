import type { Host } from '../host';

export function run(host: Host): void {
  host.log.show();
}
