import { cdkApp } from './cdk-app';
import { copyIcons } from './icons';
import { jsonSchema } from './json-schema';
import { manifest } from './manifest';
import type { Outputs } from './outputs';
import { paletteList } from './palette';
import { rulePages } from './rule-pages';
import { serviceTable } from './service-table';

/** Everything that is derived by importing the sources. */
export async function derived(root: string): Promise<Outputs> {
  return new Map([
    ...copyIcons(root),
    ...jsonSchema(),
    ...cdkApp(root),
    ...rulePages(root),
    ...serviceTable(),
    ...paletteList(),
    ...manifest(root),
  ]);
}
