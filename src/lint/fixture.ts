import { type Severity, severities } from '../kit/rule';

/**
 * The cases of one rule, as they stand in `<rule>.fixtures.jsonc`: the tests of the rule and the examples on its page.
 *
 * A case is a line `// bad: …`, `// good: …` or `// unresolved(<field>, …): …` at the left margin, followed by a piece of
 * a design. Below a line of it, a comment of carets says what is expected there:
 *
 *     { "id": "clicks", "kind": "kinesis-data-streams", "config": { "retentionHours": 24 } }
 *     //                                                            ^^^^^^^^^^^^^^^^^^^^ error: keeps records 24 h
 */
export interface FixtureCase {
  readonly kind: 'bad' | 'good' | 'unresolved';
  readonly title: string;
  /** Field names that an unresolved case waits for. */
  readonly waitsFor: readonly string[];
  /** A whole design: `version` and `name` are filled in. Comments of expectation are still in it. */
  readonly text: string;
  /** As written, without expectations: for the page. */
  readonly example: string;
  readonly expected: readonly Expectation[];
}

export interface Expectation {
  /** From 0, in `text`. */
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly severity: Severity;
  /** Part of the message; empty when any will do. */
  readonly message: string;
}

const header = /^\/\/ (bad|good|unresolved)(?:\(([^)]*)\))?: (.*)$/;
const expectation = new RegExp(`^\\s*//[^^]*(\\^+) (${severities.join('|')})(?:: (.*))?$`);

/** @throws when the file is not of this form; the message says at which line. */
export function parseFixtures(source: string): FixtureCase[] {
  const cases: FixtureCase[] = [];
  let current: { head: RegExpExecArray; lines: string[] } | undefined;
  const finish = (): void => {
    if (current) cases.push(toCase(current.head, current.lines));
  };
  for (const [index, line] of source.split('\n').entries()) {
    const head = header.exec(line);
    if (head) {
      finish();
      current = { head, lines: [] };
    } else if (current) {
      current.lines.push(line);
    } else if (line.trim() !== '') {
      throw new Error(`Line ${index + 1} stands before the first case: begin with "// bad: …"`);
    }
  }
  finish();
  return cases;
}

function toCase(head: RegExpExecArray, lines: string[]): FixtureCase {
  const kind = head[1] as FixtureCase['kind'];
  const expected: Expectation[] = [];
  // Version and name stand in front of the first member, on its line, so that columns and lines stay as they are.
  const open = lines.findIndex((line) => line.trimStart().startsWith('{'));
  if (open === -1) throw new Error(`"${head[0]}" has no design: write { … } below it`);
  if (lines[open]!.trim() !== '{')
    throw new Error(`"${head[0]}": the opening brace of a design stands on a line of its own`);
  const text = lines.with(open, `{ "version": 1, "name": "fixture"${isEmpty(lines, open) ? '' : ','}`).join('\n');
  let codeLine = -1;
  lines.forEach((line, index) => {
    const found = expectation.exec(line);
    if (!found) {
      if (line.trim() !== '') codeLine = index;
      return;
    }
    const column = line.indexOf('^');
    expected.push({
      line: codeLine,
      column,
      endColumn: column + found[1]!.length,
      severity: found[2] as Severity,
      message: found[3] ?? '',
    });
  });
  return {
    kind,
    title: head[3]!,
    waitsFor: (head[2] ?? '')
      .split(',')
      .map((field) => field.trim())
      .filter(Boolean),
    text,
    example: lines
      .filter((line) => !expectation.test(line))
      .join('\n')
      .trim(),
    expected,
  };
}

function isEmpty(lines: readonly string[], open: number): boolean {
  return (
    lines
      .slice(open + 1)
      .find((line) => line.trim() !== '')
      ?.trim() === '}'
  );
}
