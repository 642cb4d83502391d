/** Lines and columns of a text. Both count from 0, as in LSP; what people read counts from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A piece of text: UTF-16 units from the start of the document. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - this.#starts[low]! };
  }

  /** Offset of a position; past the last line gives the start of the last line plus the column. */
  offset(position: Position): number {
    return this.#starts[Math.min(position.line, this.#starts.length - 1)]! + position.column;
  }
}
