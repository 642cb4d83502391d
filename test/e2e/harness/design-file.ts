import type { Workbench } from '../pages/workbench';
import type { Setting } from './scenario';
import { template, type Workspace } from './workspace';

/** The part of a design that scenarios look at. */
export interface Design {
  readonly nodes: readonly {
    readonly id: string;
    readonly kind: string;
    readonly label?: string;
    readonly position?: { readonly x: number; readonly y: number };
    readonly config?: Readonly<Record<string, unknown>>;
  }[];
  readonly edges: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly kind?: string;
    readonly data?: string;
  }[];
}

export const cafe = 'cafe-clickstream.pipeline.json';

/** The starter pipeline in a window with room for palette, canvas and inspector. @param change of its text. */
export const cafeOnDesk =
  (change: (text: string) => string = (text) => text, more: Omit<Setting, 'files'> = {}) =>
  async (): Promise<Setting> => ({
    size: { width: 1440, height: 900 },
    ...more,
    files: { [cafe]: change(await template('cafe-clickstream')) },
  });

/** Replaces a part that must be there once. */
export function replaced(text: string, part: string, by: string): string {
  if (text.split(part).length !== 2) throw new Error(`The text does not hold ${JSON.stringify(part)} once.`);
  return text.replace(part, () => by);
}

/** A design as it is edited: what is in the file, and in how many steps of undo it got there. */
export class DesignFile {
  constructor(
    readonly workbench: Workbench,
    readonly workspace: Workspace,
    readonly name = cafe,
  ) {}

  /** What is in the file now. */
  text(): Promise<string> {
    return this.workspace.read(this.name);
  }

  /** Waits for a change, saves it and reads the file. */
  async saved(): Promise<string> {
    await this.workbench.saveChange(this.name);
    return this.text();
  }

  async savedDesign(): Promise<Design> {
    return JSON.parse(await this.saved()) as Design;
  }

  /** Does something to a saved design and takes it back: one step of undo leads to the bytes of the file, and redo away from them. */
  async isOneStep(act: () => Promise<void>): Promise<void> {
    await this.workbench.clean(this.name);
    await act();
    await this.workbench.dirtyTab(this.name).waitFor();
    await this.workbench.undo();
    await this.workbench.clean(this.name);
  }
}
