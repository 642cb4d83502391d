import type { Matrix } from '../kit/connection';
import { type Element, pillarOf, type Report, type Rule, type Severity, severities } from '../kit/rule';
import type { PipelineDocument } from '../model/document';
import { elementId } from '../model/edit';
import { knownField } from '../model/field';
import { Graph } from '../model/graph';
import type { KindCatalog } from '../model/kind';
import type { Problem } from '../model/problem';
import type { Architecture, PipelineNode, Suppression } from '../model/vocabulary';
import type { Finding, LintResult, SuppressedFinding, Undecided } from './finding';
import { CaseRunner } from './running-case';

export interface LintOptions {
  readonly kinds: KindCatalog;
  readonly rules: readonly Rule[];
  readonly matrix: Matrix;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Severity that people chose for a rule; undefined keeps the rule's own. */
  readonly severityOf?: (rule: Rule) => Severity | 'off' | undefined;
  readonly ignoreSuppressions?: boolean;
  /** Stops between rules when it is aborted: what was found so far is worthless then. */
  readonly signal?: { readonly aborted: boolean };
  /** Milliseconds spent in a rule, for `--stats`. */
  readonly onRuleTime?: (rule: string, ms: number) => void;
  readonly now?: () => number;
}

/** Check a design. Unknown never fires; a rule that throws is reported as broken and the others still run. */
export function lint(document: PipelineDocument, options: LintOptions): LintResult {
  const graph = new Graph(document.value, options.kinds);
  const runner = new CaseRunner(graph, options.matrix, options.today);
  const found: Finding[] = [];
  const undecided: Undecided[] = [];
  const broken: LintResult['broken'][number][] = [];
  for (const { rule, elements } of subjectsOf(graph, options.rules)) {
    const chosen = options.severityOf?.(rule);
    if (chosen === 'off') continue;
    if (options.signal?.aborted) break;
    const started = options.onRuleTime && options.now?.();
    for (const element of elements) {
      try {
        const outcome = runner.run(rule.check, rule.subject, element);
        if (!outcome) continue;
        for (const { report, byDefault } of outcome.reports)
          found.push(toFinding(document, graph, rule, element, report, byDefault, chosen));
        if (outcome.undecided.size > 0)
          undecided.push({ rule: rule.id, element: idOf(graph, element), fields: [...outcome.undecided].sort() });
      } catch (error) {
        broken.push({ rule: rule.id, element: idOf(graph, element), error });
      }
    }
    if (started !== undefined) options.onRuleTime!(rule.id, options.now!() - started);
  }
  const heard = withoutSilenced(found, options.rules).sort(
    (a, b) => a.span.offset - b.span.offset || (a.rule < b.rule ? -1 : 1),
  );
  const { findings, suppressed, problems } = options.ignoreSuppressions
    ? { findings: heard, suppressed: [], problems: [] }
    : suppress(heard, document, options.today);
  return { findings, suppressed, undecided, problems: [...document.problems, ...problems], broken };
}

type Subject = Element | Architecture;

/** What each rule looks at in a design. */
export function subjectsOf(graph: Graph, rules: readonly Rule[]): { rule: Rule; elements: readonly Subject[] }[] {
  const { pipeline } = graph;
  const byKind = new Map<string, PipelineNode[]>();
  for (const node of pipeline.nodes) {
    const nodes = byKind.get(node.kind);
    if (nodes) nodes.push(node);
    else byKind.set(node.kind, [node]);
  }
  const elements: Record<Exclude<Rule['subject'], 'node'>, readonly Subject[]> = {
    edge: pipeline.edges,
    data: pipeline.data,
    role: pipeline.roles,
    persona: pipeline.personas,
    grant: pipeline.grants,
    architecture: [pipeline.architecture],
  };
  return rules.map((rule) => ({
    rule,
    elements:
      rule.subject !== 'node'
        ? elements[rule.subject]
        : rule.kinds
          ? rule.kinds.flatMap((kind) => byKind.get(kind) ?? [])
          : pipeline.nodes,
  }));
}

function idOf(graph: Graph, element: Subject | 'design'): string | null {
  const list = element === 'design' ? undefined : graph.listOf(element);
  return list ? elementId(list, element as never) : null;
}

function toFinding(
  document: PipelineDocument,
  graph: Graph,
  rule: Rule,
  subject: Subject,
  report: Report,
  byDefault: boolean,
  chosen: Severity | undefined,
): Finding {
  const element = report.on ?? subject;
  const list = element === 'design' ? undefined : graph.listOf(element);
  const base = list ? document.pathOf(element as never) : ['architecture'];
  const path = [...base, ...(report.at ?? [])];
  const own = report.severity ?? rule.severity;
  const lowered = byDefault && !lowersNever.has(pillarOf(rule)) && !isConfirmed(element);
  const scaled = scaledSeverity(graph, rule, element, own);
  return {
    rule: rule.id,
    severity: chosen ?? step(scaled, lowered ? -1 : 0),
    ownSeverity: own,
    byDefault,
    message: report.message,
    element: idOf(graph, element),
    path,
    span: (report.at && document.spanOf(path)) ?? headOf(document, base),
    values: report.values ?? {},
    related: (report.related ?? []).map(({ element: other, message }) => ({
      element: idOf(graph, other) ?? '',
      span: headOf(document, document.pathOf(other as never)),
      message,
    })),
    fixes: report.fix && report.fix.edits.length > 0 ? [{ ...report.fix, kind: rule.fix ?? 'refactor' }] : [],
  };
}

/** A finding on a whole element, or on a field that nobody wrote, stands at the element's id, not under all its lines. */
function headOf(document: PipelineDocument, path: readonly (string | number)[]): Finding['span'] {
  return document.spanOf([...path, 'id']) ?? document.nearestSpan(path);
}

/** `graph` and `fit` read what was drawn or declared: their findings keep their severity. */
const lowersNever: ReadonlySet<string> = new Set(['graph', 'fit']);

const isConfirmed = (element: Subject | 'design'): boolean =>
  element !== 'design' && (element as PipelineNode).confirmed === true;

function scaledSeverity(graph: Graph, rule: Rule, element: Subject | 'design', severity: Severity): Severity {
  if (!rule.scaling || lowersNever.has(pillarOf(rule))) return severity;
  const owner = element !== 'design' && graph.listOf(element) === 'nodes' ? element : graph.pipeline.architecture;
  const environment = knownField(graph, owner, ['environment']).value;
  if (environment !== 'development' && environment !== 'sandbox') return severity;
  return step(severity, { resilience: -2, encryption: -1, 'idle-cost': 1 }[rule.scaling]);
}

function step(severity: Severity, steps: number): Severity {
  const index = severities.indexOf(severity) + steps;
  return severities[Math.max(0, Math.min(severities.length - 1, index))]!;
}

/** A telling finding makes others on the same element, or on the same statement of a role, superfluous. */
function withoutSilenced(findings: Finding[], rules: readonly Rule[]): Finding[] {
  const silences = new Map<string, readonly string[]>(
    rules.flatMap(({ id, silences: patterns }) => (patterns ? [[id, patterns] as const] : [])),
  );
  const loud = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (!silences.has(finding.rule)) continue;
    const key = placeOf(finding);
    loud.set(key, [...(loud.get(key) ?? []), finding]);
  }
  if (loud.size === 0) return findings;
  return findings.filter((finding) => {
    const others = [...(loud.get(placeOf(finding)) ?? []), ...(loud.get(elementPlace(finding)) ?? [])];
    return !others.some(
      (other) =>
        other.rule !== finding.rule && silences.get(other.rule)!.some((pattern) => matches(pattern, finding.rule)),
    );
  });
}

const elementPlace = (finding: Finding): string => finding.path.slice(0, 2).join('/');
const placeOf = (finding: Finding): string => finding.path.slice(0, finding.path[2] === 'statements' ? 4 : 2).join('/');
const matches = (pattern: string, id: string): boolean =>
  pattern === '*' || pattern === id || (pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1)));

function suppress(
  heard: readonly Finding[],
  document: PipelineDocument,
  today: string,
): { findings: Finding[]; suppressed: SuppressedFinding[]; problems: Problem[] } {
  const used = new Set<Suppression>();
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of heard) {
    const matching = document.value.suppressions.filter(
      ({ rule, on }) => rule === finding.rule && (on ?? null) === finding.element,
    );
    for (const suppression of matching) used.add(suppression);
    const valid = matching.find(({ until }) => until === undefined || until >= today);
    if (valid) suppressed.push({ ...finding, suppression: valid });
    else findings.push(finding);
  }
  const problems = document.value.suppressions.flatMap((suppression): Problem[] => {
    const path = document.pathOf(suppression);
    const at = (field: string): Pick<Problem, 'path' | 'span'> => ({
      path: [...path, field],
      span: document.nearestSpan([...path, field]),
    });
    const { rule, until, reason } = suppression;
    if (until !== undefined && until < today) {
      return [
        {
          code: 'suppression.expired',
          severity: 'hint',
          message: `This suppression of ${rule} ended on ${until}: its finding counts again.`,
          ...at('until'),
        },
      ];
    }
    if (!used.has(suppression)) {
      return [
        {
          code: 'suppression.unused',
          severity: 'hint',
          message: `${rule} finds nothing here any more: this suppression can go.`,
          ...at('rule'),
        },
      ];
    }
    if (!reason?.trim()) {
      return [
        {
          code: 'suppression.no-reason',
          severity: 'hint',
          message: `Say why ${rule} is accepted here: "reason" is missing.`,
          ...at('rule'),
        },
      ];
    }
    return [];
  });
  return { findings, suppressed, problems };
}
