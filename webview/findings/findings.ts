import type { PipelineDocument } from '../../src/model/document';
import { elementId } from '../../src/model/edit';
import type { JsonPath } from '../../src/model/json';
import { type Entries, type ListName, listNames } from '../../src/model/vocabulary';
import type { FindingMessage, FindingsMessage } from '../../src/protocol/finding';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];
export type Counts = Readonly<Partial<Record<Severity, number>>>;

/** A finding or a problem of the document, on the element where it stands. */
export interface FindingItem {
  readonly severity: Severity;
  readonly message: string;
  /** Undefined for problems: they are no rule's. */
  readonly rule: string | undefined;
  readonly byDefault: boolean;
  /** Field of the element, from the element. */
  readonly field: JsonPath;
  readonly fixes: FindingMessage['fixes'];
}

export interface ElementFindings {
  readonly items: readonly FindingItem[];
  readonly counts: Counts;
}

export const noFindings: ElementFindings = { items: [], counts: {} };

/** Findings by element: `nodes/raw`; those of the whole design under `design`. */
export type FindingIndex = ReadonlyMap<string, ElementFindings>;

export const elementKey = (list: ListName, id: string): string => `${list}/${id}`;
export const designKey = 'design';

export function indexFindings(
  message: FindingsMessage | undefined,
  document: PipelineDocument | undefined,
): FindingIndex {
  const lists = new Map<string, FindingItem[]>();
  if (!message) return new Map();
  const owner = document ? owners(document) : () => undefined;
  const add = (key: string, item: FindingItem) => {
    const items = lists.get(key);
    if (items) items.push(item);
    else lists.set(key, [item]);
  };
  for (const { element, list, path, severity, message: text, rule, byDefault, fixes } of message.findings) {
    const known = element !== null && (listNames as readonly string[]).includes(list);
    const key = known ? elementKey(list as ListName, element) : designKey;
    add(key, { severity, message: text, rule, byDefault, field: known ? path.slice(2) : path, fixes });
  }
  for (const { path, severity, message: text } of message.problems) {
    add(owner(path) ?? designKey, {
      severity,
      message: text,
      rule: undefined,
      byDefault: false,
      field: typeof path[1] === 'number' ? path.slice(2) : path,
      fixes: [],
    });
  }
  return new Map([...lists].map(([key, items]) => [key, { items: sorted(items), counts: countBySeverity(items) }]));
}

export function countBySeverity(items: Iterable<{ readonly severity: Severity }>): Counts {
  const counts: Partial<Record<Severity, number>> = {};
  for (const { severity } of items) counts[severity] = (counts[severity] ?? 0) + 1;
  return counts;
}

export function sameCounts(a: Counts, b: Counts): boolean {
  return severities.every((severity) => a[severity] === b[severity]);
}

/** "2 errors, 1 warning", or empty. */
export function printCounts(counts: Counts): string {
  return severities
    .flatMap((severity) => {
      const count = counts[severity] ?? 0;
      return count === 0 ? [] : [`${count} ${count === 1 || severity === 'info' ? severity : `${severity}s`}`];
    })
    .join(', ');
}

function sorted(items: readonly FindingItem[]): FindingItem[] {
  return items.toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

/** Which element a place in the text belongs to. Entries that were dropped have none. */
function owners(document: PipelineDocument): (path: JsonPath) => string | undefined {
  const lists = new Map<ListName, Map<number, string>>();
  return ([list, index]) => {
    const name = listNames.find((candidate) => candidate === list);
    if (!name || typeof index !== 'number') return undefined;
    let keys = lists.get(name);
    if (!keys) {
      keys = new Map();
      for (const entry of document.value[name] as readonly Entries[ListName][]) {
        keys.set(document.pathOf(entry)[1] as number, elementKey(name, elementId(name, entry)));
      }
      lists.set(name, keys);
    }
    return keys.get(index);
  };
}
