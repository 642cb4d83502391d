import { code, joinBlocks, link, plain } from '../kit/markdown';
import { retirementWords } from '../kit/service';
import type { PipelineDocument } from '../model/document';
import { defaultAt, knownField } from '../model/field';
import { Graph } from '../model/graph';
import type { JsonPath } from '../model/json';
import type { Span } from '../model/lines';
import { type ListName, listSchemas } from '../model/vocabulary';
import type { Knowledge } from './designs';
import { rulePage } from './diagnostics';
import { placeAt } from './place';
import { kindAt, readValue, schemaAt } from './schema-at';
import { findIn, idAt } from './symbol-at';

export interface HoverText {
  readonly markdown: string;
  readonly span: Span;
}

/** What there is to say about an offset of a design; undefined when nothing is. */
export function hoverAt(
  document: PipelineDocument,
  knowledge: Knowledge,
  offset: number,
  rulePages: string | undefined,
): HoverText | undefined {
  const place = placeAt(document.text, offset);
  if (!place || place.part === 'between') return undefined;
  const markdown =
    place.part === 'key'
      ? fieldText(document, knowledge, place.path)
      : (valueText(document, knowledge, place.path, offset, rulePages) ?? fieldText(document, knowledge, place.path));
  return markdown === undefined ? undefined : { markdown, span: place.span };
}

function valueText(
  document: PipelineDocument,
  knowledge: Knowledge,
  path: JsonPath,
  offset: number,
  rulePages: string | undefined,
): string | undefined {
  const [list, index, field] = path;
  if (list === 'nodes' && path.length === 3 && (field === 'kind' || field === 'id'))
    return serviceText(knowledge, kindAt(document, path));
  if (list === 'suppressions' && path.length === 3 && field === 'rule') {
    return ruleText(knowledge, readValue(document, path), rulePages);
  }
  if (list === 'edges' && typeof index === 'number' && path.length === 3 && (field === 'from' || field === 'to')) {
    return joinBlocks(elementText(document, knowledge, offset), pairText(document, knowledge, index));
  }
  return elementText(document, knowledge, offset);
}

function serviceText({ kinds }: Knowledge, kind: string | undefined): string | undefined {
  const service = kind === undefined ? undefined : kinds.get(kind);
  if (!service) return undefined;
  return joinBlocks(
    `**${plain(service.label)}**`,
    plain(service.summary),
    service.retired && plain(retirementWords(service.retired)),
    service.documentation && link('Documentation', service.documentation),
  );
}

function ruleText({ rules }: Knowledge, id: unknown, rulePages: string | undefined): string | undefined {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) return undefined;
  return joinBlocks(
    `${code(rule.id)} · ${rule.severity}`,
    plain(rule.summary),
    plain(rule.why),
    rulePages !== undefined && link('Page of the rule', rulePage(rulePages, rule.id)),
  );
}

/** The element that the id at `offset` names. */
function elementText(document: PipelineDocument, knowledge: Knowledge, offset: number): string | undefined {
  const named = idAt(document, knowledge.kinds, offset);
  const entry = named && findIn(document, named.list, named.id);
  if (!named || !entry) return undefined;
  const { label, name } = entry as { label?: string; name?: string };
  const title = label ?? name ?? named.id;
  const kind =
    named.list === 'nodes'
      ? knowledge.kinds.get((entry as { kind: string }).kind)?.label
      : listSchemas[named.list].meta()?.title;
  const description = (entry as { description?: unknown }).description;
  return joinBlocks(
    `**${plain(title)}**${kind ? ` · ${plain(kind)}` : ''}`,
    typeof description === 'string' && plain(description),
  );
}

/** How the two ends of an edge join. */
function pairText(document: PipelineDocument, { kinds, matrix }: Knowledge, index: number): string | undefined {
  const ends = (['from', 'to'] as const).map((end) => {
    const id = readValue(document, ['edges', index, end]);
    return document.value.nodes.find((node) => node.id === id)?.kind;
  });
  const [from, to] = ends;
  if (from === undefined || to === undefined) return undefined;
  const labels = ends.map((kind) => plain(kinds.get(kind!)?.label ?? kind!)).join(' → ');
  const pair = matrix.find(from, to);
  if (!pair) return `${labels}: there is no known way.`;
  return `${labels}: ${pair.way === 'refused' ? 'not directly' : pair.way}. ${plain(pair.pattern)}`;
}

/** Title, unit, help and default of a field, and where its value comes from when the file has none. */
function fieldText(document: PipelineDocument, knowledge: Knowledge, path: JsonPath): string | undefined {
  const schema = schemaAt(document, knowledge.kinds, path);
  const meta = schema?.meta();
  if (!schema || !meta?.title) return undefined;
  const unit = meta.unit ? ` (${plain(meta.unit)})` : '';
  return joinBlocks(
    `**${plain(meta.title)}**${unit}`,
    meta.description && plain(meta.description),
    defaultText(document, knowledge, path, meta.unit),
  );
}

function defaultText(
  document: PipelineDocument,
  { kinds }: Knowledge,
  path: JsonPath,
  unit: string | undefined,
): string | undefined {
  const [list, index, ...field] = path;
  if (!Object.hasOwn(listSchemas, list!) || typeof index !== 'number' || field.length === 0) return undefined;
  const fallback = defaultAt(listSchemas[list as ListName], field.map(String));
  if (list !== 'nodes') return shown(fallback, unit, 'the method assumes it');
  const kind = kinds.get(kindAt(document, path) ?? '');
  if (field[0] !== 'config') {
    const own = kind && (kind.nodeDefaults as Readonly<Record<string, unknown>>)[String(field[0])];
    return field.length === 1 && own !== undefined
      ? shown(own, unit, `of a new ${kind!.label}`)
      : shown(fallback, unit, 'the method assumes it');
  }
  if (!kind || field.length < 2) return undefined;
  const node = document.value.nodes.find((candidate) => document.pathOf(candidate)[1] === index);
  const derived =
    node &&
    kind.derivedConfig?.[String(field[1])] &&
    knownField(new Graph(document.value, kinds), node, field.slice(0, 2));
  const own = shown(defaultAt(kind.config, field.slice(1).map(String)), unit, `of a new ${kind.label}`);
  return joinBlocks(
    own,
    derived &&
      derived.value !== undefined &&
      `In effect: ${printed(derived.value, unit)}, worked out from the other fields.`,
  );
}

function shown(value: unknown, unit: string | undefined, origin: string): string | undefined {
  return value === undefined ? undefined : `Default: ${printed(value, unit)}, ${origin}.`;
}

function printed(value: unknown, unit: string | undefined): string {
  return `${code(JSON.stringify(value))}${unit && typeof value === 'number' ? ` ${plain(unit)}` : ''}`;
}
