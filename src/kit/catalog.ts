import type { Service } from './service';

/** Services by kind, as the model asks for them. */
export function catalogOf(services: readonly Service[]): ReadonlyMap<string, Service> {
  return new Map(services.map((service) => [service.kind, service]));
}
