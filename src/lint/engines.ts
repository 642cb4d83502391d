import type { Case } from '../kit/rule';
import type { PipelineNode } from '../model/vocabulary';
import { copies } from './tables/copies';

const relational: ReadonlySet<string> = new Set(copies.relational.value);
const documents: ReadonlySet<unknown> = new Set(copies.documents.value);
const families: Readonly<Record<string, string>> = copies.families.value;

export const isDatabase = ({ kind }: PipelineNode): boolean => relational.has(kind);

/** The engine of a database; that of the replication which reads it where it does not say. Undecided when nobody does. */
export function engineOf(
  { know, undecided }: Pick<Case, 'know' | 'undecided'>,
  database: PipelineNode,
  replication?: PipelineNode,
): string {
  const engine = know(database, ['config', 'engine']) ?? (replication && know(replication, ['config', 'engine']));
  return typeof engine === 'string' ? engine : undecided(database, ['config/engine']);
}

/** Engines of one family have the same types and the same code. */
export const familyOf = (engine: string): string => families[engine] ?? engine;

export const keepsDocuments = (engine: string): boolean => documents.has(engine);
