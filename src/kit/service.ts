import type * as z from 'zod';
import type { Kind } from '../model/kind';
import type { PipelineNode } from '../model/vocabulary';
import { dayWords } from './day';

/**
 * A palette entry: everything light that is known of a service. Its other facets stand beside it in its folder.
 * Imported by the canvas, so it must pull in nothing but its config schema and its facts.
 */
export interface Service<K extends string = string, C extends z.ZodObject = z.ZodObject> extends Kind {
  readonly kind: K;
  readonly config: C;
  /** One sentence for the palette and the hover: what it is for. */
  readonly summary: string;
  /** Words people look for it by, besides its label. */
  readonly searchWords: readonly string[];
  /** What it stands for in a template, main type first; empty when nothing is deployed. */
  readonly cloudFormationTypes: readonly string[];
  /** Name of the official architecture icon in the `aws-icons` package, or of a codicon when AWS has none. */
  readonly icon: { readonly aws: string } | { readonly codicon: string };
  /** Documentation of the service. */
  readonly documentation?: string;
  /**
   * Whether it runs in a VPC: always, or when the design places it in one. A service that needs one and is not drawn in
   * a VPC gets the default network of the export, and the inspector says so.
   */
  readonly network?: 'required' | 'optional';
  /** Why it is no longer offered, and what takes its place. Its stage is `retired`. */
  readonly retired?: Retirement;
}

/** The end of a service, as its maker announced it. */
export interface Retirement {
  readonly status: 'closed to new accounts' | 'ended' | 'renamed';
  /** Day on which that happened, or happens. */
  readonly since: string;
  /** What to use instead, for people. */
  readonly instead: string;
  /** Kinds that take its place, nearest first. */
  readonly heirs: readonly string[];
  readonly source: string;
}

/** A retirement in a sentence or two: `Ended on 31 July 2025. Use Aurora PostgreSQL with audit logs instead.` */
export function retirementWords({ status, since, instead }: Retirement): string {
  const happened: Readonly<Record<Retirement['status'], string>> = {
    ended: 'Ended on',
    'closed to new accounts': 'Closed to new accounts since',
    renamed: 'Renamed as of',
  };
  return `${happened[status]} ${dayWords(since)}. Use ${instead}${status === 'renamed' ? '' : ' instead'}.`;
}

/** What the palette and the picture need of a service. */
export type PaletteEntry = Pick<
  Service,
  'kind' | 'label' | 'stage' | 'role' | 'summary' | 'searchWords' | 'icon' | 'retired'
>;

export function defineService<const K extends string, C extends z.ZodObject>(
  service: Omit<Service<K, C>, 'nodeDefaults'> & { readonly nodeDefaults?: Partial<PipelineNode> },
): Service<K, C> {
  return { ...service, nodeDefaults: service.nodeDefaults ?? {} };
}

/** A node of a known kind, with its declared configuration typed. */
export type NodeOf<S extends Service> = Omit<PipelineNode, 'config'> & {
  readonly config?: z.input<S['config']> | undefined;
};

/** A facet that cannot exist, with the reason people read in the coverage table. */
export interface NotSupported {
  readonly notSupported: string;
}

export function notSupported(reason: string): NotSupported {
  return { notSupported: reason };
}

export function isNotSupported(facet: object): facet is NotSupported {
  return 'notSupported' in facet;
}
