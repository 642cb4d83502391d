import type { Outputs } from './outputs';
import { copyIcons } from './icons';
import { jsonSchema } from './json-schema';

/** Everything that is derived by importing the sources. */
export async function derived(root: string): Promise<Outputs> {
  return new Map([...copyIcons(root), ...jsonSchema()]);
}
