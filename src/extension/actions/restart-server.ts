import type { Host } from '../host';

export async function run(host: Host): Promise<void> {
  const server = await host.server.start(host);
  await server.restart();
}
