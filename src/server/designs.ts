import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Matrix } from '../kit/connection';
import type { Rule } from '../kit/rule';
import type { Service } from '../kit/service';
import type { LintResult } from '../lint/finding';
import { lint } from '../lint/lint';
import type { SeverityOf } from '../lint/settings';
import { type PipelineDocument, parseDocument } from '../model/document';

/** What the server knows besides the open files. */
export interface Knowledge {
  readonly kinds: ReadonlyMap<string, Service>;
  readonly rules: readonly Rule[];
  readonly matrix: Matrix;
  /** Today as `YYYY-MM-DD`, from the door that runs the server. */
  readonly today: () => string;
}

/** An open file with what was understood of it, both of the same version. */
export interface Design {
  readonly source: TextDocument;
  readonly document: PipelineDocument;
}

/** Longest text that is read, in UTF-16 units: about 35,000 nodes. */
export const largestDesign = 25_000_000;

interface Held {
  readonly version: number;
  readonly document: PipelineDocument;
  checked?: { readonly severityOf: SeverityOf; readonly today: string; readonly result: LintResult };
}

/** The open designs, parsed incrementally and linted once a version. */
export class Designs {
  readonly #held = new Map<string, Held>();

  constructor(readonly knowledge: Knowledge) {}

  /** Undefined when the text is too long to be read. */
  parse(source: TextDocument): Design | undefined {
    const text = source.getText();
    if (text.length > largestDesign) return undefined;
    const before = this.#held.get(source.uri);
    if (before?.version === source.version && before.document.text === text)
      return { source, document: before.document };
    const document = parseDocument(text, this.knowledge.kinds, before?.document);
    this.#held.set(source.uri, { version: source.version, document });
    return { source, document };
  }

  lint({ source, document }: Design, severityOf: SeverityOf): LintResult {
    const { kinds, rules, matrix } = this.knowledge;
    const today = this.knowledge.today();
    const held = this.#held.get(source.uri);
    const checked = held?.document === document ? held.checked : undefined;
    if (checked && checked.severityOf === severityOf && checked.today === today) return checked.result;
    const result = lint(document, { kinds, rules, matrix, today, severityOf });
    if (held?.document === document) held.checked = { severityOf, today, result };
    return result;
  }

  close(uri: string): void {
    this.#held.delete(uri);
  }
}
