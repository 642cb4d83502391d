import type { Matrix } from '../kit/connection';
import type { Case, Element, Report, SubjectName } from '../kit/rule';
import { type Edit, elementId } from '../model/edit';
import { knownField } from '../model/field';
import type { Graph } from '../model/graph';
import type { Json } from '../model/json';
import type { Architecture } from '../model/vocabulary';

/** Thrown by `need` to end a case; not an `Error`, because a stack trace per undecided case would cost more than the lint. */
const undecided = Symbol('undecided');

interface State {
  /** Whether a deciding field was declared, and whether one was only a default. */
  declared: boolean;
  defaulted: boolean;
  unknown: Set<string> | undefined;
}

/** What one rule found on one element. */
export interface Outcome {
  readonly reports: { readonly report: Report; readonly byDefault: boolean }[];
  readonly undecided: Set<string>;
}

type AnyElement = Element | Architecture;

/**
 * Runs the checks of rules. One object serves all of them, with methods bound, because a design of 1,000 nodes makes
 * tens of thousands of cases.
 */
export class CaseRunner {
  readonly #subject: Case & Record<SubjectName, unknown>;
  readonly #graph: Graph;
  #state: State = { declared: false, defaulted: false, unknown: undefined };
  #outcome: Outcome = { reports: [], undecided: new Set() };

  constructor(graph: Graph, matrix: Matrix, today: string) {
    this.#graph = graph;
    // The methods are generic in the element's type; the values they hand out have passed that type's schema.
    const methods = {
      need: (element: AnyElement, path: readonly (string | number)[]) => this.#need(element, path),
      know: (element: AnyElement, path: readonly (string | number)[]) => this.#read(element, path).value,
      mention: (element: AnyElement, path: readonly (string | number)[]) => knownField(graph, element, path).value,
    } as unknown as Pick<Case, 'need' | 'know' | 'mention'>;
    this.#subject = {
      ...methods,
      graph,
      matrix,
      today,
      each: (items, check) => {
        for (const item of items) this.#inner(() => check(item));
      },
      all: (...conditions) => this.#combine(conditions, false),
      any: (...conditions) => this.#combine(conditions, true),
      undecided: (element, fields) => this.#stop(fields.map((field) => this.#name(element, [field]))),
      report: (report) => {
        this.#outcome.reports.push({ report, byDefault: this.#state.defaulted && !this.#state.declared });
      },
      set: (element, path, value) => this.#set(element, path, value),
      node: undefined,
      edge: undefined,
      data: undefined,
      role: undefined,
      persona: undefined,
      grant: undefined,
      architecture: undefined,
    };
  }

  /** Runs `check` on `element`. Exceptions of the rule itself pass through. */
  run(check: (subject: never) => void, name: SubjectName, element: AnyElement): Outcome {
    this.#outcome = { reports: [], undecided: new Set() };
    this.#state = { declared: false, defaulted: false, unknown: undefined };
    this.#subject[name] = element;
    this.#inner(() => check(this.#subject as never));
    return this.#outcome;
  }

  /** A case within a case: it knows what was read before it, and what it reads is forgotten after it. */
  #inner(body: () => void): void {
    const outer = this.#state;
    this.#state = { ...outer, unknown: undefined };
    try {
      body();
    } catch (error) {
      if (error !== undecided) throw error;
      for (const field of this.#state.unknown ?? []) this.#outcome.undecided.add(field);
    } finally {
      this.#state = outer;
    }
  }

  #read(element: AnyElement, path: readonly (string | number)[]): { from: string; value: unknown } {
    const known = knownField(this.#graph, element, path);
    if (known.from === 'declared') this.#state.declared = true;
    else if (known.from !== 'unknown') this.#state.defaulted = true;
    return known;
  }

  #need(element: AnyElement, path: readonly (string | number)[]): unknown {
    const known = this.#read(element, path);
    return known.from === 'unknown' ? this.#stop([this.#name(element, path)]) : known.value;
  }

  #stop(fields: readonly string[]): never {
    this.#state.unknown ??= new Set();
    for (const field of fields) this.#state.unknown.add(field);
    throw undecided;
  }

  /** Kleene's `or` (`decisive` true) and `and` (false). */
  #combine(conditions: readonly (() => boolean)[], decisive: boolean): boolean {
    const outer = this.#state;
    const unknown = new Set<string>();
    let waits = false;
    const merged: State = { ...outer };
    for (const condition of conditions) {
      this.#state = { ...outer, declared: false, defaulted: false, unknown: undefined };
      let result: boolean | undefined;
      try {
        result = condition();
      } catch (error) {
        if (error !== undecided) throw error;
        waits = true;
        for (const field of this.#state.unknown ?? []) unknown.add(field);
      } finally {
        const { declared, defaulted } = this.#state;
        this.#state = outer;
        if (result === decisive && decisive) {
          // The condition that decided says alone where the answer came from.
          outer.declared ||= declared;
          outer.defaulted ||= defaulted;
        } else {
          merged.declared ||= declared;
          merged.defaulted ||= defaulted;
        }
      }
      if (result === decisive) {
        if (!decisive) Object.assign(outer, { declared: merged.declared, defaulted: merged.defaulted });
        return decisive;
      }
    }
    Object.assign(outer, { declared: merged.declared, defaulted: merged.defaulted });
    return waits ? this.#stop([...unknown]) : !decisive;
  }

  #name(element: AnyElement, path: readonly (string | number)[]): string {
    const list = this.#graph.listOf(element);
    return [...(list ? [list, elementId(list, element as never)] : ['architecture']), ...path].join('/');
  }

  #set(element: AnyElement, path: readonly (string | number)[], value: Json): Edit {
    const list = this.#graph.listOf(element);
    if (!list) return { op: 'set', element: { list: 'design' }, path: ['architecture', ...path], value };
    return { op: 'set', element: { list, id: elementId(list, element as never) }, path: [...path], value };
  }
}
