import { cdkConnections } from '../connections/_generated/cdk';
import { matrix } from '../connections/matrix';
import { expression } from '../kit/code';
import type { PipelineDocument } from '../model/document';
import { Graph } from '../model/graph';
import type { Pipeline } from '../model/vocabulary';
import { cdkFacets } from '../services/_generated/cdk';
import { kinds } from '../services/catalog';
import { appFiles } from './app-files';
import { Assembly } from './assembly';
import { emitAll } from './blocks';
import type { ExportedFile } from './files';
import { grantPersonas } from './personas';

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

/** A design as an app. */
export interface ExportedApp {
  readonly outcome: 'exported';
  /** By path from the folder of the app, with `/`; sorted. The manifest is `planExport`'s business. */
  readonly files: ReadonlyMap<string, ExportedFile>;
  readonly acknowledgments: readonly Acknowledgment[];
  readonly leftOut: readonly LeftOut[];
}

export type CdkExport = { readonly outcome: 'refused'; readonly refusals: readonly Refusal[] } | ExportedApp;

/**
 * A design as a complete CDK app. Same design, same bytes; never throws on a design that parses.
 * Refused when the document has problems of severity error, or a finding is an error of its own, suppressed or not.
 */
export function exportCdk(document: PipelineDocument, verdict: LintVerdict, options: CdkExportOptions = {}): CdkExport {
  const refusals = refusalsOf(document, verdict, options.allowErrors === true);
  if (refusals.length > 0) return { outcome: 'refused', refusals };
  const assembly = assemble(document.value);
  const resources = leastResources(assembly);
  if (resources <= mostResources) return exportOf(assembly);
  const message = `This design makes at least ${resources} resources, and CloudFormation takes ${mostResources} in a stack: split it into several designs.`;
  return { outcome: 'refused', refusals: [{ rule: 'export.too-many-resources', element: null, message }] };
}

/** Resources of one stack (CloudFormation quotas, checked 2026-11-24). */
const mostResources = 500;

/** Resources that are certain: each construct makes one, and a role that is given something a policy as well. */
function leastResources(assembly: Assembly): number {
  const states = [...assembly.nodes.values(), ...assembly.edges];
  const parts = states.flatMap((state) => state.parts).length;
  return parts + 2 * [...assembly.nodes.values()].filter(({ wantsRole }) => wantsRole).length;
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
export function emitCdk(pipeline: Pipeline): ExportedApp {
  return exportOf(assemble(pipeline));
}

function assemble(pipeline: Pipeline): Assembly {
  const assembly = new Assembly(new Graph(pipeline, kinds), matrix, cdkFacets, cdkConnections);
  emitAll(assembly);
  grantPersonas(assembly);
  notePlacement(assembly);
  return assembly;
}

function exportOf(assembly: Assembly): ExportedApp {
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

/** Nodes that the design places where this stack does not go: it has one account and one Region. */
function notePlacement(assembly: Assembly): void {
  const home = assembly.graph.pipeline.architecture.region;
  const accounts = new Set(
    [...assembly.nodes.values()].map(({ view }) => view.field('account')).filter((account) => account !== undefined),
  );
  for (const { node, view } of assembly.nodes.values()) {
    const [region, account] = [view.field('region'), view.field('account')];
    if (region !== undefined && region !== home)
      assembly.leftOut.push({
        element: node.id,
        reason: `it is deployed with the stack, not to ${String(region)}: one stack has one Region`,
      });
    if (account !== undefined && accounts.size > 1)
      assembly.leftOut.push({
        element: node.id,
        reason: `it is deployed with the stack, not to the account ${String(account)}: one stack has one account`,
      });
  }
}
