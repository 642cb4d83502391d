import type { Matrix } from '../kit/connection';
import { type Pillar, pillarOf, pillars, type Rule, type Severity } from '../kit/rule';
import { amount } from '../kit/words';
import type { Finding, LintResult } from '../lint/finding';
import { subjectsOf } from '../lint/lint';
import { type WaitingField, waitingFields } from '../lint/waiting';
import type { PipelineDocument } from '../model/document';
import { Graph } from '../model/graph';
import type { KindCatalog } from '../model/kind';
import type { DataSet, Pipeline, Suppression } from '../model/vocabulary';

/** What a finding weighs in a score; hints are habits and count for nothing. */
const weights: Readonly<Record<Severity, number>> = { error: 10, warning: 4, info: 1, hint: 0 };

export type Risk = 'high' | 'medium' | 'low';
export type Effort = 'small' | 'medium' | 'large';

export interface ReviewedFinding {
  readonly rule: string;
  readonly pillar: Pillar;
  readonly severity: Severity;
  readonly risk: Risk;
  /** Small: a setting, which a quick fix makes. Medium: a refactor is offered. Large: people must choose. */
  readonly effort: Effort;
  /** Label of the element; undefined for the design as a whole. */
  readonly element: string | undefined;
  readonly message: string;
  readonly why: string;
  readonly advice: string;
  readonly fixes: readonly string[];
  /** Best practices of the AWS Well-Architected Data Analytics Lens. */
  readonly lens: readonly string[];
  readonly sources: readonly string[];
  /** Rests on a default that nobody confirmed. */
  readonly byDefault: boolean;
}

export interface PillarReview {
  readonly pillar: Pillar;
  /** Weight of the rules that hold, in percent of those that could be decided; undefined when none could. */
  readonly score: number | undefined;
  readonly decided: number;
  readonly waiting: number;
  readonly findings: readonly ReviewedFinding[];
}

export interface Review {
  readonly name: string;
  readonly story: string | undefined;
  readonly today: string;
  readonly version: string;
  readonly pipeline: Pipeline;
  readonly pillars: readonly PillarReview[];
  /** All findings but hints, most risk and least effort first. */
  readonly order: readonly ReviewedFinding[];
  /** What was taken as given: of the design, then of each data set. */
  readonly assumptions: readonly { readonly about: string; readonly facts: readonly string[] }[];
  readonly suppressed: readonly {
    readonly rule: string;
    readonly element: string | undefined;
    readonly message: string;
    readonly suppression: Suppression;
  }[];
  readonly waiting: readonly WaitingField[];
}

export interface ReviewOptions {
  readonly kinds: KindCatalog;
  readonly rules: readonly Rule[];
  readonly matrix: Matrix;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Of Dataweir. */
  readonly version: string;
}

/** A Well-Architected review of a design, from what the lint found. */
export function reviewOf(document: PipelineDocument, result: LintResult, options: ReviewOptions): Review {
  const pipeline = document.value;
  const graph = new Graph(pipeline, options.kinds);
  const byId = new Map(options.rules.map((rule) => [rule.id as string, rule]));
  const names = namesOf(pipeline);
  const nameOf = (id: string | null): string | undefined => (id === null ? undefined : (names.get(id) ?? id));
  const findings = result.findings.flatMap((finding) => {
    const rule = byId.get(finding.rule);
    return rule ? [reviewed(finding, rule, nameOf(finding.element))] : [];
  });
  const failed = new Set(findings.map(({ rule }) => rule));
  const waits = new Set(result.undecided.map(({ rule }) => rule));
  const looked = subjectsOf(graph, options.rules).flatMap(({ rule, elements }) => (elements.length > 0 ? [rule] : []));
  return {
    name: pipeline.name,
    story: pipeline.description,
    today: options.today,
    version: options.version,
    pipeline,
    pillars: pillars.map((pillar) => {
      const ofPillar = looked.filter((rule) => pillarOf(rule) === pillar);
      const decided = ofPillar.filter(({ id }) => failed.has(id) || !waits.has(id));
      const sum = (rules: readonly Rule[]): number =>
        rules.reduce((total, { severity }) => total + weights[severity], 0);
      const whole = sum(decided);
      return {
        pillar,
        score: whole === 0 ? undefined : Math.round((100 * sum(decided.filter(({ id }) => !failed.has(id)))) / whole),
        decided: decided.length,
        waiting: ofPillar.length - decided.length,
        findings: findings.filter((finding) => finding.pillar === pillar).sort(byRiskAndEffort),
      };
    }),
    order: findings.filter(({ severity }) => severity !== 'hint').sort(byRiskAndEffort),
    assumptions: assumptionsOf(pipeline),
    suppressed: result.suppressed.map(({ rule, element, message, suppression }) => ({
      rule,
      element: nameOf(element),
      message,
      suppression,
    })),
    waiting: waitingFields(result.undecided),
  };
}

const risks: Readonly<Record<Severity, Risk>> = { error: 'high', warning: 'medium', info: 'low', hint: 'low' };
const riskOrder: readonly Risk[] = ['high', 'medium', 'low'];
const effortOrder: readonly Effort[] = ['small', 'medium', 'large'];

function byRiskAndEffort(a: ReviewedFinding, b: ReviewedFinding): number {
  return (
    riskOrder.indexOf(a.risk) - riskOrder.indexOf(b.risk) ||
    effortOrder.indexOf(a.effort) - effortOrder.indexOf(b.effort) ||
    (`${a.rule} ${a.element}` < `${b.rule} ${b.element}` ? -1 : 1)
  );
}

function reviewed(finding: Finding, rule: Rule, element: string | undefined): ReviewedFinding {
  const { severity, message, fixes, byDefault } = finding;
  return {
    rule: finding.rule,
    pillar: pillarOf(rule),
    severity,
    risk: risks[severity],
    effort: fixes.some(({ kind }) => kind === 'quickfix') ? 'small' : fixes.length > 0 ? 'medium' : 'large',
    element,
    message,
    why: rule.why,
    advice: rule.summary,
    fixes: fixes.map(({ title }) => title),
    lens: rule.references?.lens ?? [],
    sources: ([] as readonly string[]).concat(rule.source),
    byDefault,
  };
}

function namesOf(pipeline: Pipeline): ReadonlyMap<string, string> {
  const { data, personas, nodes, edges, roles, groups } = pipeline;
  const named = [...data, ...personas, ...nodes, ...edges, ...roles, ...groups] as readonly {
    readonly id: string;
    readonly label?: string;
    readonly name?: string;
  }[];
  return new Map(named.map(({ id, label, name }) => [id, label ?? name ?? id]));
}

function assumptionsOf(pipeline: Pipeline): Review['assumptions'] {
  const { environment, region, drRegion, drRpoMinutes, iac, teamSkills, opsPreference } = pipeline.architecture;
  const design = [
    environment && `for ${environment}`,
    region && `in ${region}`,
    drRegion && `recovery in ${drRegion}`,
    drRpoMinutes !== undefined && `at most ${amount(drRpoMinutes)} min of data may be lost`,
    iac && (iac === 'none' ? 'deployed by hand' : `deployed with ${iac}`),
    teamSkills && teamSkills.length > 0 && `the team knows ${teamSkills.join(', ')}`,
    opsPreference && (opsPreference === 'managed' ? 'managed services are preferred' : 'clusters may be run'),
  ].filter((fact) => typeof fact === 'string');
  return [
    ...(design.length > 0 ? [{ about: 'The design', facts: design }] : []),
    ...pipeline.data.map((data) => ({ about: data.name ?? data.id, facts: factsOf(data) })),
  ];
}

/** The five Vs and the needs of a data set, as far as they are declared. */
function factsOf(data: DataSet): readonly string[] {
  const said = (value: number | undefined, words: (text: string) => string): string | false =>
    value !== undefined && words(amount(value));
  return [
    said(data.totalGB, (gb) => `${gb} GB in all`),
    said(data.dailyGB, (gb) => `${gb} GB a day`),
    data.arrival && `arrives as ${data.arrival}`,
    said(data.peakRecordsPerSec, (rate) => `${rate} records/s at the peak`),
    data.format && `${data.format}`,
    data.structure,
    data.trust && `${data.trust} trust`,
    said(data.freshnessSeconds, (seconds) => `needed within ${seconds} s`),
    said(data.replayHours, (hours) => `replayed up to ${hours} h back`),
    said(data.retentionDays, (days) => `kept ${days} days`),
    said(data.queriesPerDay, (queries) => `${queries} queries a day`),
    data.classification,
    data.pii === true && 'holds personal data',
    data.owner && `owned by ${data.owner}`,
    data.question && `answers: ${data.question}`,
  ].filter((fact) => typeof fact === 'string');
}
