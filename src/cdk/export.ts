import { cdkConnections } from '../connections/_generated/cdk';
import { matrix } from '../connections/matrix';
import type { CdkConnections, CdkFacets } from '../kit/cdk';
import { expression } from '../kit/code';
import { isNotSupported } from '../kit/service';
import type { PipelineDocument } from '../model/document';
import { Graph } from '../model/graph';
import type { Pipeline } from '../model/vocabulary';
import { cdkFacets } from '../services/_generated/cdk';
import { kinds } from '../services/catalog';
import { appFiles } from './app-files';
import { Assembly } from './assembly';
import { emitAll } from './blocks';
import type { ExportedFile } from './files';

/** What the export has to know of a lint: the part of `LintResult` (lint/finding.ts) that decides. */
export interface LintVerdict {
  readonly findings: readonly LintedFinding[];
  /** Suppressed findings block as well: a suppression accepts a finding, it does not make the design deploy. */
  readonly suppressed: readonly LintedFinding[];
}

export interface LintedFinding {
  readonly rule: string;
  readonly element: string | null;
  readonly message: string;
  /** Before scaling, lowering and overrides. */
  readonly ownSeverity: 'error' | 'warning' | 'info' | 'hint';
}

export interface CdkExportOptions {
  /** Export a design with errors all the same. Problems in the document still refuse: what cannot be read cannot be written. */
  readonly allowErrors?: boolean;
}

/** Why a design is not exported. */
export interface Refusal {
  /** Rule of a finding, or code of a problem. */
  readonly rule: string;
  readonly element: string | null;
  readonly message: string;
}

/** A finding of cdk-nag that stays, with the reason that the generated code gives for it. */
export interface Acknowledgment {
  /** `AwsSolutions-S1`; of findings that name a resource, the text up to the part that is known only when the app runs. */
  readonly rule: string;
  /** Node, edge or role it comes from. */
  readonly element: string;
  readonly reason: string;
}

/** Something that the design says and the app does not do, and why. */
export interface LeftOut {
  readonly element: string;
  readonly reason: string;
}

export type CdkExport =
  | { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] }
  | {
      readonly outcome: 'exported';
      /** By path from the folder of the app, with `/`; sorted. The manifest is `planExport`'s business. */
      readonly files: ReadonlyMap<string, ExportedFile>;
      readonly acknowledgments: readonly Acknowledgment[];
      readonly leftOut: readonly LeftOut[];
    };

/**
 * A design as a complete CDK app. Same design, same bytes; never throws on a design that parses.
 * Refused when the document has problems of severity error, or a finding is an error of its own, suppressed or not.
 */
export function exportCdk(document: PipelineDocument, verdict: LintVerdict, options: CdkExportOptions = {}): CdkExport {
  const refusals = refusalsOf(document, verdict, options.allowErrors === true);
  return refusals.length > 0 ? { outcome: 'refused', refusals } : emitCdk(document.value);
}

function refusalsOf(document: PipelineDocument, verdict: LintVerdict, allowErrors: boolean): Refusal[] {
  const problems = document.problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message }) => ({ rule: code, element: null, message }));
  if (allowErrors) return problems;
  const errors = [...verdict.findings, ...verdict.suppressed].filter(({ ownSeverity }) => ownSeverity === 'error');
  return [...problems, ...errors.map(({ rule, element, message }) => ({ rule, element, message }))];
}

/** The app of a pipeline, whatever lint says of it. */
export function emitCdk(
  pipeline: Pipeline,
  facets: CdkFacets = cdkFacets,
  connections: CdkConnections = cdkConnections,
): Extract<CdkExport, { outcome: 'exported' }> {
  const assembly = new Assembly(new Graph(pipeline, kinds), matrix, facets, connections);
  emitAll(assembly);
  for (const node of pipeline.nodes) {
    const facet = facets[node.kind];
    if (!facet) assembly.leftOut.push({ element: node.id, reason: `the export does not know ${node.kind}` });
    else if (isNotSupported(facet)) continue;
  }
  const files = appFiles(assembly);
  const states = [...assembly.nodes.values(), ...assembly.edges, ...assembly.roles];
  const acknowledgments = states.flatMap(({ acknowledged }) =>
    acknowledged.map(({ rule, element, reason }) => {
      const { tree } = expression(rule);
      return {
        rule: tree.type === 'literal' ? String(tree.value) : tree.type === 'template' ? String(tree.parts[0]) : '',
        element,
        reason,
      };
    }),
  );
  return { outcome: 'exported', files, acknowledgments, leftOut: assembly.leftOut };
}
