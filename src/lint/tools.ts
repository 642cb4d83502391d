import { isNewcomer, type NewcomerKind } from '../kit/newcomers';
import type { PipelineNode } from '../model/vocabulary';
import { ingestion } from './tables/ingestion';

const bySource: Readonly<Record<string, { readonly kind: string | undefined; readonly words: string }>> =
  ingestion.bySource.value;

/** The purpose-built service for a source, in words, and as a kind where it can be put in. */
export function toolFor(
  source: PipelineNode,
): { readonly kind: NewcomerKind | undefined; readonly words: string } | undefined {
  const tool = Object.hasOwn(bySource, source.kind) ? bySource[source.kind] : undefined;
  return tool && { words: tool.words, kind: tool.kind !== undefined && isNewcomer(tool.kind) ? tool.kind : undefined };
}
