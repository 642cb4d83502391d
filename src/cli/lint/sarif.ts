import { createHash } from 'node:crypto';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  ArtifactLocation,
  Fix,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
  Suppression,
} from 'sarif';
import { pillarOf, type Rule, type Severity } from '../../kit/rule';
import type { Finding, FindingFix, SuppressedFinding } from '../../lint/finding';
import { toTextEdits } from '../../model/edit';
import { printPointer } from '../../model/json';
import type { Span } from '../../model/lines';
import type { Problem } from '../../model/problem';
import { packageVersion } from '../package';
import { placeOf } from '../place';
import type { FileReport, Report } from './report';

/** SARIF 2.1.0, for code scanning. Columns are UTF-16 units. */
export function printSarif({ files, failures }: Report, rules: readonly Rule[], cwd: string): string {
  const descriptors = [...rules.map(ruleDescriptor), ...problemDescriptors(files)];
  const indexes = new Map(descriptors.map(({ id }, index) => [id, index]));
  const results = files.flatMap((file) => resultsOf(file, cwd));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Dataweir', version: packageVersion(), rules: descriptors } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder the command ran in.' } } },
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map((failure) => ({ level: 'error', message: { text: failure } })),
          },
        ],
        results: withFingerprints(results).map((result) => ({
          ...result,
          ruleIndex: indexes.get(result.ruleId) ?? -1,
        })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleDescriptor(rule: Rule): ReportingDescriptor {
  const sources = ([] as readonly string[]).concat(rule.source);
  const helpUri = sources.find((source) => source.startsWith('https://'));
  return {
    id: rule.id,
    shortDescription: { text: rule.summary },
    fullDescription: { text: rule.why },
    help: {
      text: [
        rule.summary,
        rule.why,
        ...(rule.exceptions ? [rule.exceptions] : []),
        `Source: ${sources.join(', ')}`,
      ].join('\n\n'),
    },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: levels[rule.severity] },
    properties: { pillar: pillarOf(rule), severity: rule.severity, tags: [pillarOf(rule), ...(rule.kinds ?? [])] },
  };
}

/** Problems have codes instead of rules; those that occur are described. */
function problemDescriptors(files: readonly FileReport[]): ReportingDescriptor[] {
  const codes = new Set(files.flatMap(({ result }) => result.problems.map(({ code }) => code)));
  return [...codes]
    .sort()
    .map((code) => ({ id: code, shortDescription: { text: `Problem in the document: ${code}.` } }));
}

/** A result that surely names its rule, and what tells it from others of its file. */
type OwnResult = Result & { readonly ruleId: string; readonly fingerprint: string };

function resultsOf(report: FileReport, cwd: string): OwnResult[] {
  const { document, result } = report;
  const artifact = artifactOf(report.file, cwd);
  const at = (span: Span): PhysicalLocation => ({ artifactLocation: artifact, region: regionOf(document, span) });
  const finding = (found: Finding, suppressions: Suppression[]): OwnResult => ({
    ruleId: found.rule,
    fingerprint: `${artifact.uri}\0${found.rule}\0${found.element ?? ''}`,
    level: levels[found.severity],
    message: { text: found.message },
    locations: [
      {
        physicalLocation: at(found.span),
        ...(found.element !== null && {
          logicalLocations: [{ name: found.element, fullyQualifiedName: printPointer(found.path) }],
        }),
      },
    ],
    ...(found.related.length > 0 && {
      relatedLocations: found.related.map(({ span, message }, id) => ({
        id,
        physicalLocation: at(span),
        message: { text: message },
      })),
    }),
    suppressions,
    ...(found.fixes.length > 0 && { fixes: found.fixes.flatMap((fix) => fixOf(report, fix, artifact)) }),
    properties: { severity: found.severity, element: found.element, byDefault: found.byDefault, values: found.values },
  });
  const problem = (found: Problem): OwnResult => ({
    ruleId: found.code,
    fingerprint: `${artifact.uri}\0${found.code}\0${printPointer(found.path)}`,
    level: levels[found.severity],
    message: { text: found.message },
    locations: [{ physicalLocation: at(found.span) }],
    suppressions: [],
  });
  return [
    ...result.problems.map(problem),
    ...result.findings.map((found) => finding(found, [])),
    ...result.suppressed.map((found) => finding(found, [suppressionOf(found)])),
  ];
}

function suppressionOf({ suppression }: SuppressedFinding): Suppression {
  const { reason, owner, until } = suppression;
  return {
    kind: 'inSource',
    status: 'accepted',
    ...(reason !== undefined && { justification: reason }),
    properties: { ...(owner !== undefined && { owner }), ...(until !== undefined && { until }) },
  };
}

function fixOf({ document }: FileReport, { title, edits }: FindingFix, artifactLocation: ArtifactLocation): Fix[] {
  const replacements = toTextEdits(document, edits).map(({ offset, length, text }) => ({
    deletedRegion: regionOf(document, { offset, length }),
    ...(text !== '' && { insertedContent: { text } }),
  }));
  // A fix without a change is none in SARIF.
  if (replacements.length === 0) return [];
  return [{ description: { text: title }, artifactChanges: [{ artifactLocation, replacements }] }];
}

function regionOf(document: FileReport['document'], span: Span): Region {
  const { line, column, endLine, endColumn } = placeOf(document, span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** Relative to the working folder where the file lies below it; else where it is. */
function artifactOf(file: string, cwd: string): ArtifactLocation {
  const absolute = path.resolve(cwd, file);
  const relative = path.relative(cwd, absolute);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return { uri: pathToFileURL(absolute).href };
  const uri = relative.split(path.sep).map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

/** Rule and element, in whatever line they stand; a number tells findings of one rule on one element apart. */
function withFingerprints(results: readonly OwnResult[]): (Result & { ruleId: string })[] {
  const counts = new Map<string, number>();
  return results.map(({ fingerprint, ...result }) => {
    const earlier = counts.get(fingerprint) ?? 0;
    counts.set(fingerprint, earlier + 1);
    const hash = createHash('sha256').update(`${fingerprint}\0${earlier}`).digest('hex');
    return { ...result, partialFingerprints: { 'dataweirElement/v1': hash } };
  });
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};
