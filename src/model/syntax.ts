import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Span } from './lines';
import type { ProblemCode } from './problem';

/** Why a text cannot be read as a design. */
export interface SyntaxProblem {
  readonly code: ProblemCode;
  readonly message: string;
  readonly span: Span;
}

/** What the parser stumbled over, in words for people. Conflict markers explain all that follows them, and stand alone. */
export function syntaxProblems(text: string, errors: readonly ParseError[]): SyntaxProblem[] {
  return (
    findConflict(text) ??
    errors.map((error) => ({
      code: 'document.not-json',
      message: syntaxMessage(error),
      span: { offset: Math.min(error.offset, text.length), length: Math.max(1, error.length) },
    }))
  );
}

function findConflict(text: string): SyntaxProblem[] | undefined {
  const marker = /^<{7}(?: .*)?$/m.exec(text);
  if (!marker || !/^={7}$/m.test(text)) return undefined;
  return [
    {
      code: 'document.merge-conflict',
      message: 'This file holds merge-conflict markers. Resolve the conflict in the text, keeping one side or both.',
      span: { offset: marker.index, length: marker[0].length },
    },
  ];
}

function syntaxMessage(error: ParseError): string {
  const name = printParseErrorCode(error.error);
  return syntaxMessages[name] ?? `This is not JSON here (${name}).`;
}

const syntaxMessages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This word is not JSON: write true, false, null, a number, or text in double quotes.',
  InvalidNumberFormat: 'This number is not written as JSON writes numbers.',
  PropertyNameExpected: 'A property name in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  CloseBraceExpected: 'A closing brace } is missing.',
  CloseBracketExpected: 'A closing bracket ] is missing.',
  EndOfFileExpected: 'The design ends before here; delete what follows, or join it.',
  UnexpectedEndOfComment: 'This comment is not closed.',
  UnexpectedEndOfString: 'This text is not closed with a double quote.',
  InvalidUnicode: 'This \\u escape is not valid.',
  InvalidEscapeCharacter: 'This escape is not valid: write \\\\ for a backslash.',
  InvalidCharacter: 'This character must be escaped in JSON text.',
};
