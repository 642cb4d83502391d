/** Who owns a file of the exported app. */
export type Ownership =
  /** Ours: rewritten at each export, unless somebody edited it. */
  | 'generated'
  /** The user's: written once, never touched again. */
  | 'once';

export interface ExportedFile {
  readonly content: string;
  readonly ownership: Ownership;
}

/** Where the export keeps account of the files it owns. */
export const manifestPath = '.dataweir/manifest.json';
