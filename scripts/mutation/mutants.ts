import ts from 'typescript';

/** A rule's source with one thing wrong in it. */
export interface Mutant {
  /** From 1. */
  readonly line: number;
  readonly what: string;
  readonly source: string;
}

const offByOne: Readonly<Partial<Record<ts.SyntaxKind, string>>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
};

/**
 * Conditions negated and thresholds moved by one, each alone. What decides about the words of a message or about offering
 * a fix is left as it is: fixtures expect findings.
 */
export function mutantsOf(source: string): Mutant[] {
  const file = ts.createSourceFile('rule.ts', source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const add = (node: ts.Node, text: string, what: string): void => {
    const start = node.getStart(file);
    mutants.push({
      line: file.getLineAndCharacterOfPosition(start).line + 1,
      what: `${node.getText(file).replace(/\s+/g, ' ')} → ${what}`,
      source: source.slice(0, start) + text + source.slice(node.end),
    });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node) || isReported(node)) return;
    if (ts.isIfStatement(node) || ts.isWhileStatement(node)) {
      const condition = node.expression;
      add(condition, `!(${condition.getText(file)})`, 'negated');
    }
    if (ts.isBinaryExpression(node)) {
      const operator = offByOne[node.operatorToken.kind];
      if (operator && !isEmptiness(node, file)) {
        const { left, right } = node;
        add(node, `${left.getText(file)} ${operator} ${right.getText(file)}`, operator);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return mutants;
}

/** `message`, `values`, `related` and `fix` of a report: what is said, not whether. */
function isReported(node: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(node) &&
    ts.isIdentifier(node.name) &&
    ['message', 'values', 'related', 'fix', 'title', 'edits'].includes(node.name.text)
  );
}

/** `list.length > 0` asks whether there is something: no threshold. */
const isEmptiness = ({ left, right }: ts.BinaryExpression, file: ts.SourceFile): boolean =>
  right.getText(file) === '0' && /\.(length|size)$/.test(left.getText(file));
