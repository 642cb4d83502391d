import type { PipelineDocument } from '../model/document';
import type { ExportedFile } from './files';

/** What the export has to know of a lint: the part of `LintResult` (lint/finding.ts) that decides. */
export interface LintVerdict {
  readonly findings: readonly LintedFinding[];
  /** Suppressed findings block as well: a suppression accepts a finding, it does not make the design deploy. */
  readonly suppressed: readonly (LintedFinding & { readonly suppression: { readonly reason?: string | undefined } })[];
  /** Of the document. */
  readonly problems: readonly {
    readonly severity: 'error' | 'hint';
    readonly code: string;
    readonly message: string;
  }[];
}

interface LintedFinding {
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
  /** `AwsSolutions-S1`; for findings that name a resource of the template, with placeholders for its logical id. */
  readonly rule: string;
  /** Node or edge it comes from. */
  readonly element: string;
  readonly reason: string;
}

/** An element of the design that the app does not deploy, and why. */
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

export type ExportCdk = (document: PipelineDocument, verdict: LintVerdict, options?: CdkExportOptions) => CdkExport;
