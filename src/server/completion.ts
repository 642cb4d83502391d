import { getLocation, type Location } from 'jsonc-parser';
import { getLanguageService, type JSONSchema, type LanguageService } from 'vscode-json-languageservice';
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type InsertReplaceEdit,
  type Range,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { pipelineJsonSchema } from '../kit/json-schema';
import { labelOf } from '../kit/rule';
import type { PipelineDocument } from '../model/document';
import { elementId } from '../model/edit';
import type { JsonPath } from '../model/json';
import { targetList } from '../model/references';
import { scanContainer } from '../model/scan';
import { type Entries, type ListName, listNames } from '../model/vocabulary';
import type { Design, Knowledge } from './designs';
import { excerptAround } from './excerpt';
import { rangeOf } from './ranges';
import { referenceAt } from './schema-at';

/** Completion: fields and values from the JSON Schema, ids and rules from the design and the house. */
export class Completer {
  readonly #json: LanguageService;

  constructor(readonly knowledge: Knowledge) {
    this.#json = getLanguageService({
      clientCapabilities: {
        textDocument: { completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } } },
      },
    });
    const schema = pipelineJsonSchema([...knowledge.kinds.values()]) as JSONSchema;
    // Our own parser reports what is wrong, with better words and places.
    this.#json.configure({
      validate: false,
      allowComments: true,
      schemas: [{ uri: schemaUri, fileMatch: ['*'], schema }],
    });
  }

  async complete(design: Design, offset: number): Promise<CompletionList> {
    const { source, document } = design;
    const { text, shift } = excerptAround(document.text, offset);
    const near = TextDocument.create(source.uri, source.languageId, source.version, text);
    const own = this.#references(design, offset, pathAround(document, text, offset, shift));
    const general = await this.#json.doComplete(
      near,
      near.positionAt(offset - shift),
      this.#json.parseJSONDocument(near),
    );
    const inSource = (range: Range): Range =>
      rangeOf(source, {
        offset: near.offsetAt(range.start) + shift,
        length: near.offsetAt(range.end) - near.offsetAt(range.start),
      });
    const labels = new Set(own.map(({ label }) => label));
    // Where ids stand, a placeholder for any text is noise.
    const rest = (general?.items ?? []).filter(
      ({ label }) => !labels.has(label) && !(own.length > 0 && (label === '""' || label === '[]')),
    );
    const moved = rest.map((item) => ({
      ...item,
      ...(item.textEdit && { textEdit: movedEdit(item.textEdit, inSource) }),
    }));
    return { isIncomplete: general?.isIncomplete ?? false, items: withoutDoubles([...own, ...moved]) };
  }

  #references(design: Design, offset: number, at: Around): CompletionItem[] {
    const { source, document } = design;
    if (at.isKey) return [];
    const found = this.#candidates(document, at.path);
    if (found.length === 0) return [];
    const range = rangeOf(source, { offset: at.from, length: at.to - at.from });
    // A list of ids takes one more, not two of the same.
    return found
      .filter(({ value }) => !at.siblings.has(value))
      .map(({ value, label, detail, kind }) => {
        const quoted = JSON.stringify(value);
        return {
          label: quoted,
          kind,
          filterText:
            offset > at.from && source.getText()[at.from] === '"' ? `${quoted} ${label}` : `${value} ${label}`,
          labelDetails: { description: label === value ? detail : label },
          detail,
          textEdit: { range, newText: quoted },
          sortText: `0${label}`,
        };
      });
  }

  #candidates(document: PipelineDocument, path: JsonPath): Candidate[] {
    const { kinds, rules } = this.knowledge;
    const [list, , field] = path;
    if (list === 'suppressions' && path.length === 3 && field === 'rule') {
      return rules.map(({ id, summary }) => ({
        value: id,
        label: id,
        detail: summary,
        kind: CompletionItemKind.EnumMember,
      }));
    }
    if ((list === 'suppressions' || list === 'notes') && path.length === 3 && field === 'on') {
      return (['nodes', 'edges', 'data', 'roles', 'personas', 'grants', 'groups'] as const).flatMap((name) =>
        this.#idsOf(document, name),
      );
    }
    if (path.at(-2) === 'resources' && typeof path.at(-1) === 'number' && (list === 'roles' || list === 'nodes')) {
      return this.#idsOf(document, 'nodes');
    }
    const target = referenceAt(document, kinds, path);
    if (!target) return [];
    const kind = target.startsWith('node:') ? target.slice('node:'.length) : undefined;
    return this.#idsOf(document, targetList(target), kind);
  }

  #idsOf(document: PipelineDocument, list: ListName, kind?: string): Candidate[] {
    return (document.value[list] as readonly Entries[ListName][])
      .filter((entry) => kind === undefined || (entry as Entries['nodes']).kind === kind)
      .map((entry) => {
        const value = elementId(list, entry);
        const service =
          list === 'nodes' ? this.knowledge.kinds.get((entry as Entries['nodes']).kind)?.label : undefined;
        return {
          value,
          label: labelOf(entry as { id?: string; label?: string; name?: string }) || value,
          detail: service ?? list,
          kind: CompletionItemKind.Reference,
        };
      });
  }
}

const schemaUri = 'dataweir:/pipeline.schema.json';

interface Candidate {
  readonly value: string;
  readonly label: string;
  readonly detail: string;
  readonly kind: CompletionItemKind;
}

interface Around {
  readonly path: JsonPath;
  readonly isKey: boolean;
  /** The value that a completion replaces, quotes included; empty where there is none yet. */
  readonly from: number;
  readonly to: number;
  /** Other items of the list that the offset stands in. */
  readonly siblings: ReadonlySet<unknown>;
}

/** `near` is an excerpt; in the result everything counts from the start of the document again. */
function pathAround(document: PipelineDocument, near: string, offset: number, shift: number): Around {
  const at = offset - shift;
  const location = getLocation(near, at);
  const path = withRealIndex(document, location, offset);
  const { previousNode } = location;
  const isValue =
    previousNode !== undefined && previousNode.offset <= at && at <= previousNode.offset + previousNode.length;
  const from = isValue ? previousNode.offset : wordStart(near, at);
  // A quote that nobody has closed yet takes the rest of the text with it: replace only up to the end of the line.
  const lineEnd = near.indexOf('\n', at);
  const to = isValue
    ? Math.min(previousNode.offset + previousNode.length, lineEnd === -1 ? near.length : Math.max(at, lineEnd))
    : at;
  return {
    path,
    isKey: location.isAtPropertyKey,
    from: from + shift,
    to: to + shift,
    siblings: siblingsOf(document, path),
  };
}

function wordStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && /[\w."-]/.test(text[at - 1]!)) at--;
  return at;
}

/** In an excerpt every entry is the first: count the real ones before it. */
function withRealIndex(document: PipelineDocument, { path }: Location, offset: number): JsonPath {
  const [list, index, ...rest] = path;
  if (typeof index !== 'number' || !listNames.includes(list as ListName)) return path;
  const span = document.spanOf([list!]);
  const container = span && scanContainer(document.text, span.offset);
  if (!container) return path;
  const real = container.members.findIndex(({ start, valueEnd }) => start <= offset && offset <= valueEnd);
  return [list!, real === -1 ? container.members.length : real, ...rest];
}

function siblingsOf(document: PipelineDocument, path: JsonPath): ReadonlySet<unknown> {
  const last = path.at(-1);
  if (typeof last !== 'number' || path.length < 3) return new Set();
  const span = document.spanOf(path.slice(0, -1));
  const container = span && scanContainer(document.text, span.offset);
  const values = container?.members.map(({ valueStart, valueEnd }) => {
    try {
      return JSON.parse(document.text.slice(valueStart, valueEnd)) as unknown;
    } catch {
      return undefined;
    }
  });
  return new Set(values?.filter((_, index) => index !== last));
}

function movedEdit(edit: TextEdit | InsertReplaceEdit, move: (range: Range) => Range): TextEdit | InsertReplaceEdit {
  return 'range' in edit
    ? { ...edit, range: move(edit.range) }
    : { ...edit, insert: move(edit.insert), replace: move(edit.replace) };
}

function withoutDoubles(items: readonly CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter(({ label }) => !seen.has(label) && seen.add(label));
}
