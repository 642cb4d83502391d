import type * as z from 'zod';
import type { nodeRoles, PipelineNode } from './vocabulary';

/** Stages in the order data passes them: columns of the layout and headings of the palette. */
export const stages = [
  'source',
  'ingestion',
  'processing',
  'orchestration',
  'storage',
  'analytics',
  'consumers',
  'governance',
  'operations',
  'custom',
] as const;
export type Stage = (typeof stages)[number];

/** What the model has to know about a kind of node. `kit`'s `Service` satisfies it; the model imports no service. */
export interface Kind {
  readonly kind: string;
  readonly label: string;
  readonly stage: Stage | 'retired';
  readonly role: (typeof nodeRoles)[number];
  /** Schema of `node.config`. */
  readonly config: z.ZodObject;
  /** Common node fields that a new resource of this kind has when a template says nothing (`rules.md` 4.8). */
  readonly nodeDefaults: Partial<PipelineNode>;
  /** Config fields computed from others when they are left out or must be combined. */
  readonly derivedConfig?: Readonly<Record<string, (config: Readonly<Record<string, unknown>>) => unknown>>;
}

export type KindCatalog = ReadonlyMap<string, Kind>;
