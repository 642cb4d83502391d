import type { Edit } from '../model/edit';
import type { Graph } from '../model/graph';
import type { Json } from '../model/json';
import type { Architecture, DataSet, Edge, Grant, Persona, PipelineNode, Role } from '../model/vocabulary';
import type { Matrix } from './connection';
import type { NodeOf, Service } from './service';

export const severities = ['hint', 'info', 'warning', 'error'] as const;
export type Severity = (typeof severities)[number];

export const pillars = [
  'security',
  'reliability',
  'performance',
  'cost',
  'operations',
  'sustainability',
  'fit',
  'iam',
  'graph',
  'lifecycle',
] as const;
export type Pillar = (typeof pillars)[number];

/** An element of the design that a rule looks at and reports on. */
export type Element = PipelineNode | Edge | DataSet | Role | Persona | Grant;

/** The value at a path of an element, as declared or by default: never undefined. */
export type FieldAt<T, P extends readonly (string | number)[]> = P extends readonly [
  infer Head,
  ...infer Rest extends readonly (string | number)[],
]
  ? Head extends keyof NonNullable<T>
    ? FieldAt<NonNullable<T>[Head], Rest>
    : unknown
  : NonNullable<T>;

export interface Fix {
  /** What it does, as an order: `Keep records 72 h`. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Report {
  /** Field of the element the finding is about; the element itself when left out. */
  readonly at?: readonly (string | number)[];
  /** The element the finding is on, when it is not the one the rule looks at. */
  readonly on?: Element | 'design';
  readonly message: string;
  /** Instead of the rule's own, for rules whose severity depends on the case. */
  readonly severity?: Severity;
  /** Numbers and names the finding used, for JSON, hovers and reports. */
  readonly values?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** Other elements involved, such as every hop of a path. */
  readonly related?: readonly { readonly element: Element; readonly message: string }[];
  readonly fix?: Fix | undefined;
}

/**
 * What a rule works with. Values are handed out by `need` and `know`, which note where each came from; so the engine
 * knows without a word from the rule whether a case fired, was decided by defaults alone, or waits for a field.
 *
 * Conditions have three values. `need` ends the running case as undecided when the field is unknown; `all` and `any`
 * decide over unknown parts where logic allows; `each` makes every item a case of its own.
 */
export interface Case {
  readonly graph: Graph;
  readonly matrix: Matrix;
  /** `YYYY-MM-DD`: the day the design is checked, given from outside. */
  readonly today: string;
  /** The value, declared or by default. Ends this case as undecided when it is unknown. A configuration field that is not written and has no default is undefined: absence is a fact. */
  need<T extends Element | Architecture, const P extends readonly (string | number)[]>(
    element: T,
    path: P,
  ): FieldAt<T, P>;
  /** The value, or undefined when it is unknown or absent. Never ends the case. */
  know<T extends Element | Architecture, const P extends readonly (string | number)[]>(
    element: T,
    path: P,
  ): FieldAt<T, P> | undefined;
  /** The value for the words of a message: never decides, never ends the case. */
  mention<T extends Element | Architecture, const P extends readonly (string | number)[]>(
    element: T,
    path: P,
  ): FieldAt<T, P> | undefined;
  /** Runs `check` for each item as a case of its own: an unknown in one leaves the others decided. */
  each<T>(items: Iterable<T>, check: (item: T) => void): void;
  /** True when every condition is; false when one is, even if others are unknown; else undecided. */
  all(...conditions: readonly (() => boolean)[]): boolean;
  /** True when one condition is, even if others are unknown; false when none is; else undecided. */
  any(...conditions: readonly (() => boolean)[]): boolean;
  /** Ends this case as undecided, for want of `fields` of `element`. */
  undecided(element: Element | Architecture, fields: readonly string[]): never;
  report(report: Report): void;
  /** An edit that gives a field of an element a value, for fixes. */
  set(element: Element | Architecture, path: readonly (string | number)[], value: Json): Edit;
}

export interface RuleText {
  /** `<pillar>/<subject>-<fault>`; for life. */
  readonly id: `${Pillar}/${string}`;
  readonly severity: Severity;
  readonly since: string;
  /** What to do, as advice, in one sentence. */
  readonly summary: string;
  /** What happens otherwise. */
  readonly why: string;
  /** When the rule does not fit, for the page. */
  readonly exceptions?: string;
  /** Where the advice or the number comes from. */
  readonly source: string | readonly string[];
  /** `quickfix` sets fields of the reported element only; `refactor` adds, moves or removes elements; null when the choice belongs to people. */
  readonly fix: 'quickfix' | 'refactor' | null;
  /** Comparable checks: Well-Architected Data Analytics Lens, Security Hub, cdk-nag AwsSolutions, Checkov. */
  readonly references?: {
    readonly lens?: readonly string[];
    readonly hub?: readonly string[];
    readonly nag?: readonly string[];
    readonly checkov?: readonly string[];
  };
  /** How environment scaling treats it (`rules.md` 1.2); `none` when left out. */
  readonly scaling?: 'resilience' | 'encryption' | 'idle-cost';
  /** Rules whose findings on the same element (or on the same statement of a role) fall silent beside this one's: ids, `<pillar>/*`, or `*`. */
  readonly silences?: readonly string[];
}

/** What a rule looks at, and the name under which its check receives it. */
export interface Subjects {
  readonly node: PipelineNode;
  readonly edge: Edge;
  readonly data: DataSet;
  readonly role: Role;
  readonly persona: Persona;
  readonly grant: Grant;
  readonly architecture: Architecture;
}
export type SubjectName = keyof Subjects;

export interface Rule extends RuleText {
  readonly subject: SubjectName;
  /** For node rules: the kinds it looks at; undefined for every kind. */
  readonly kinds?: readonly string[];
  readonly check: (subject: Case & Subjects) => void;
}

type Checked<Name extends SubjectName, E = Subjects[Name]> = RuleText & {
  readonly check: (subject: Case & { readonly [K in Name]: E }) => void;
};

/** A rule over nodes of one service, or of several. */
export function defineRule<S extends Service>(services: S | readonly S[], rule: Checked<'node', NodeOf<S>>): Rule {
  const kinds = ([] as readonly Service[]).concat(services as Service | readonly Service[]).map(({ kind }) => kind);
  // Sound: the engine hands this check nodes of these kinds only, and their configuration has passed the schema.
  return { ...rule, subject: 'node', kinds, check: rule.check as unknown as Rule['check'] };
}

/** A rule over every node, whatever its kind. */
export const defineNodeRule = (rule: Checked<'node'>): Rule => ({ ...rule, subject: 'node' });
export const defineEdgeRule = (rule: Checked<'edge'>): Rule => ({ ...rule, subject: 'edge' });
export const defineDataRule = (rule: Checked<'data'>): Rule => ({ ...rule, subject: 'data' });
export const defineRoleRule = (rule: Checked<'role'>): Rule => ({ ...rule, subject: 'role' });
export const definePersonaRule = (rule: Checked<'persona'>): Rule => ({ ...rule, subject: 'persona' });
export const defineGrantRule = (rule: Checked<'grant'>): Rule => ({ ...rule, subject: 'grant' });
export const defineDesignRule = (rule: Checked<'architecture'>): Rule => ({ ...rule, subject: 'architecture' });

export const pillarOf = (rule: Pick<RuleText, 'id'>): Pillar => rule.id.slice(0, rule.id.indexOf('/')) as Pillar;

/** How people know an element. */
export function labelOf(element: {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly name?: string | undefined;
}): string {
  return element.label ?? element.name ?? element.id ?? '';
}
