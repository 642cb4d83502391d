import type { canvasCommands } from '../protocol/canvas';
import type { Host } from './host';

/** A command, as the manifest and the palette know it. Light: what it does is loaded when it is first run. */
export interface Command {
  readonly id: `dataweir.${string}`;
  readonly title: string;
  /** Shown on buttons instead of the title. */
  readonly shortTitle?: string;
  /** Name of a codicon. */
  readonly icon?: string;
  /** When it can run; always, when left out. */
  readonly enablement?: string;
  /** When the palette lists it, beyond `enablement`; false for commands that make sense only with arguments. */
  readonly palette?: string | false;
  readonly menus?: readonly { readonly menu: string; readonly when: string; readonly group: string }[];
  readonly keys?: readonly { readonly key: string; readonly mac?: string; readonly when: string }[];
  /** The canvas may run it, without arguments. */
  readonly fromCanvas?: boolean;
  readonly run: () => Promise<CommandModule>;
}

export interface CommandModule {
  readonly run: (host: Host, ...given: unknown[]) => unknown;
}

export const canvasInFront = "activeCustomEditorId == 'dataweir.canvas'";
export const textInFront =
  "editorLangId == 'dataweir-pipeline' && activeEditor == 'workbench.editors.files.textFileEditor'";
export const pipelineFile = 'resourceFilename =~ /\\.pipeline\\.json$/';

/** A command that the canvas in front carries out. */
export function canvasCommandOf(
  name: (typeof canvasCommands)[number],
  about: Pick<Command, 'title' | 'icon' | 'menus'> & { readonly key?: string; readonly mac?: string },
): Command {
  const { key, mac, ...rest } = about;
  return {
    ...rest,
    id: `dataweir.canvas.${name}`,
    enablement: canvasInFront,
    ...(key !== undefined && { keys: [{ key, ...(mac !== undefined && { mac }), when: canvasInFront }] }),
    run: async () => {
      const { sendToCanvas } = await import('./actions/send-to-canvas');
      return { run: (host) => sendToCanvas(host, name) };
    },
  };
}
