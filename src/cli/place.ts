import type { PipelineDocument } from '../model/document';
import type { Span } from '../model/lines';

/** A piece of a file as people and programs read it: everything counts from 1, the end stands behind the last character. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function placeOf(document: PipelineDocument, { offset, length }: Span): Place {
  const start = document.lines.position(offset);
  const end = document.lines.position(offset + length);
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}
