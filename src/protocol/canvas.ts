import * as z from 'zod';
import { editSchema, elementRefSchema } from '../model/edit';
import { findingsMessage } from './finding';
import { notification, request } from './message';

/** Between the editor host and the canvas. */

const textEdit = z.object({ offset: z.int().nonnegative(), length: z.int().nonnegative(), text: z.string() });

/** Canvas to host: the canvas can receive. The host answers with `documentOpened`, `settingsChanged` and `findingsChanged`. */
export const canvasReady = notification('canvas/ready', { params: z.object({}) });

/**
 * Canvas to host: write edits made against document `baseVersion`, as one undo step.
 * Result: `applied` with the new version (the change itself comes by `documentChanged`, as for everybody else), or `stale`
 * if the file moved on first; then nothing was written, and the canvas tries again on what it now holds.
 * Fails with `document.read-only` and `document.unreadable`.
 */
export const applyEdits = request('canvas/applyEdits', {
  params: z.object({ baseVersion: z.int(), edits: z.array(editSchema).min(1) }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('applied'), version: z.int() }),
    z.object({ outcome: z.literal('stale') }),
  ]),
});

/** Canvas to host: undo or redo in the document, for keys that the workbench does not see. */
export const changeHistory = notification('canvas/changeHistory', {
  params: z.object({ direction: z.enum(['undo', 'redo']) }),
});

/** Canvas to host: the clipboard of the machine. The canvas holds its fragments as JSON text. */
export const writeClipboard = request('canvas/writeClipboard', {
  params: z.object({ text: z.string() }),
  result: z.null(),
});
export const readClipboard = request('canvas/readClipboard', {
  params: z.object({}),
  result: z.object({ text: z.string() }),
});

/** Canvas to host: show the text editor beside the canvas, at an element, at a place in it, or at an offset of a text that does not parse. */
export const revealText = notification('canvas/revealText', {
  params: z.object({
    element: elementRefSchema.optional(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
    offset: z.int().nonnegative().optional(),
  }),
});

/** Canvas to host: open the page of a rule. */
export const openRule = notification('canvas/openRule', { params: z.object({ rule: z.string() }) });

/** Canvas to host: open an address of the AWS documentation in the browser. Only https is opened. */
export const openLink = notification('canvas/openLink', { params: z.object({ url: z.string() }) });

/** Canvas to host: run a command of ours by its id, such as the export. */
export const runCommand = notification('canvas/runCommand', { params: z.object({ command: z.string() }) });

/** Host to canvas: the text, once on opening and on every reveal, because a hidden canvas misses what happens meanwhile. */
export const documentOpened = notification('canvas/documentOpened', {
  params: z.object({ version: z.int(), text: z.string(), fileName: z.string(), readOnly: z.boolean() }),
});

/** Host to canvas: what changed since `baseVersion`. A canvas that holds another version says `canvasReady` again. */
export const documentChanged = notification('canvas/documentChanged', {
  params: z.object({ baseVersion: z.int(), version: z.int(), edits: z.array(textEdit) }),
});

/** Host to canvas: what the language server found. */
export const findingsChanged = notification('canvas/findingsChanged', { params: findingsMessage });

export const settingsChanged = notification('canvas/settingsChanged', {
  params: z.object({
    /** Neutral glyphs instead of the official AWS icons. */
    neutralIcons: z.boolean(),
    /** The workspace is trusted: commands that write outside the document may be offered. */
    trusted: z.boolean(),
  }),
});

/** Host to canvas: a command from the palette or a key binding for the canvas in front. */
export const canvasCommands = [
  'tidy',
  'fit',
  'zoomIn',
  'zoomOut',
  'selectAll',
  'duplicate',
  'delete',
  'copy',
  'cut',
  'paste',
  'focusPalette',
  'focusInspector',
  'toggleMinimap',
] as const;
export const canvasCommand = notification('canvas/command', { params: z.object({ command: z.enum(canvasCommands) }) });
/** Host to canvas: select an element and bring it into view. */
export const revealElement = notification('canvas/revealElement', { params: z.object({ element: elementRefSchema }) });
