import * as z from 'zod';
import { editSchema } from '../model/edit';

/** Findings as they travel: from the language server to its client, and on to the canvas. */

const severity = z.enum(['hint', 'info', 'warning', 'error']);

export const findingMessage = z.object({
  rule: z.string(),
  severity,
  byDefault: z.boolean(),
  message: z.string(),
  /** Id of the element, null for the design as a whole. */
  element: z.string().nullable(),
  /** List the element stands in; `design` for the whole. */
  list: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  fixes: z.array(z.object({ title: z.string(), kind: z.enum(['quickfix', 'refactor']), edits: z.array(editSchema) })),
});
export type FindingMessage = z.infer<typeof findingMessage>;

export const problemMessage = z.object({
  code: z.string(),
  severity: z.enum(['error', 'hint']),
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])),
  /** From 1, for people. */
  line: z.int(),
});
export type ProblemMessage = z.infer<typeof problemMessage>;

/** A field that nobody declared, and the rules that cannot decide without it. */
export const waitingMessage = z.object({
  /** `<list>/<id>` of its element; `architecture` for the design. */
  owner: z.string(),
  /** From the element, with `/`. */
  field: z.string(),
  rules: z.array(z.string()),
});
export type WaitingMessage = z.infer<typeof waitingMessage>;

export const findingsMessage = z.object({
  /** Version of the document that was checked. */
  version: z.int(),
  findings: z.array(findingMessage),
  problems: z.array(problemMessage),
  /** The field that most rules wait for comes first; not all of them for a large design. */
  waiting: z.array(waitingMessage),
});
export type FindingsMessage = z.infer<typeof findingsMessage>;
