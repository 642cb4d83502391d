import type { Matrix } from '../kit/connection';
import type { Case, Element, Report, SubjectName } from '../kit/rule';
import { type Edit, elementId } from '../model/edit';
import { knownField } from '../model/field';
import type { Graph } from '../model/graph';
import type { Json } from '../model/json';
import type { Architecture } from '../model/vocabulary';

/** Thrown by `need` to end a case; not an `Error`, because a stack trace per undecided case would cost more than the lint. */
const undecided = Symbol('undecided');

/** What the fields read so far were: bits of one number, for there are tens of thousands of cases in a keystroke. */
const declaredBit = 1;
const defaultedBit = 2;

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
  /** Where the fields that the running case read came from. */
  #seen = 0;
  /** Fields for want of which the running case ends; between the throw and its catch. */
  #waits: readonly string[] = [];
  #outcome: Outcome | undefined;

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
        for (const item of items) this.#inner(check, item);
      },
      all: (...conditions) => this.#combine(conditions, false),
      any: (...conditions) => this.#combine(conditions, true),
      undecided: (element, fields) => this.#stop(fields.map((field) => this.#name(element, [field]))),
      report: (report) => {
        this.#outcome ??= { reports: [], undecided: new Set() };
        this.#outcome.reports.push({ report, byDefault: this.#seen === defaultedBit });
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

  /** Runs `check` on `element`; undefined when it found nothing. Exceptions of the rule itself pass through. */
  run(check: (subject: never) => void, name: SubjectName, element: AnyElement): Outcome | undefined {
    this.#outcome = undefined;
    this.#seen = 0;
    this.#subject[name] = element;
    this.#inner(check as (subject: unknown) => void, this.#subject);
    return this.#outcome;
  }

  /** A case within a case: it knows what was read before it, and what it reads is forgotten after it. */
  #inner<T>(check: (item: T) => void, item: T): void {
    const seen = this.#seen;
    try {
      check(item);
    } catch (error) {
      if (error !== undecided) throw error;
      this.#outcome ??= { reports: [], undecided: new Set() };
      for (const field of this.#waits) this.#outcome.undecided.add(field);
    } finally {
      this.#seen = seen;
    }
  }

  #read(element: AnyElement, path: readonly (string | number)[]): { from: string; value: unknown } {
    const known = knownField(this.#graph, element, path);
    if (known.from === 'declared') this.#seen |= declaredBit;
    else if (known.from !== 'unknown') this.#seen |= defaultedBit;
    return known;
  }

  #need(element: AnyElement, path: readonly (string | number)[]): unknown {
    const known = this.#read(element, path);
    return known.from === 'unknown' ? this.#stop([this.#name(element, path)]) : known.value;
  }

  #stop(fields: readonly string[]): never {
    this.#waits = fields;
    throw undecided;
  }

  /** Kleene's `or` (`decisive` true) and `and` (false). */
  #combine(conditions: readonly (() => boolean)[], decisive: boolean): boolean {
    const before = this.#seen;
    let together = before;
    let waits: string[] | undefined;
    for (const condition of conditions) {
      this.#seen = 0;
      try {
        if (condition() === decisive) {
          // Of an `or`, the condition that decided says alone where the answer came from.
          this.#seen |= decisive ? before : together;
          return decisive;
        }
      } catch (error) {
        if (error !== undecided) throw error;
        waits = [...(waits ?? []), ...this.#waits];
      }
      together |= this.#seen;
    }
    this.#seen = together;
    return waits ? this.#stop(waits) : !decisive;
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
