import { catalogOf } from '../kit/catalog';
import type { Service } from '../kit/service';
import { services } from './_generated/service';

/** Every service of the palette, by kind. */
export const kinds: ReadonlyMap<string, Service> = catalogOf(services);
