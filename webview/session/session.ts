import { type PipelineDocument, parseDocument } from '../../src/model/document';
import type { Edit } from '../../src/model/edit';
import { unreadable } from '../../src/model/problem';
import { applyTextEdits } from '../../src/model/text-edit';
import { kinds } from '../catalog';
import type { DocumentChanged, DocumentOpened, Host } from '../host';
import { type CanvasStore, type Damage, isEditable } from './state';

/** Edits worked out from the document as it is when they are sent: again, if the file moved on first. */
export type MakeEdits = (document: PipelineDocument) => readonly Edit[];

const attempts = 5;
const patienceMs = 2000;

/** Keeps the canvas and the document together: takes in what the host says, and sends edits one after the other. */
export class Session {
  #text = '';
  #queue: Promise<unknown> = Promise.resolve();
  readonly #waiting = new Set<() => void>();

  constructor(
    readonly host: Pick<Host, 'applyEdits' | 'ready'>,
    readonly store: CanvasStore,
  ) {}

  opened(message: DocumentOpened): void {
    this.store.setState({ fileName: message.fileName, readOnly: message.readOnly });
    this.#take(message.version, message.text);
  }

  changed({ baseVersion, version, edits }: DocumentChanged): void {
    if (baseVersion !== this.store.getState().version) {
      this.host.ready();
      return;
    }
    this.#take(version, applyTextEdits(this.#text, edits));
  }

  /** Reads the text once more: the configuration of the services is known now. */
  reread(): void {
    const { document, version } = this.store.getState();
    if (document) this.#take(version, this.#text, 'afresh');
  }

  /**
   * Write one undo step.
   * @returns whether it is in the document now; what went wrong has been told to the person.
   */
  write(make: MakeEdits): Promise<boolean> {
    const result = this.#queue.then(() => this.#write(make));
    this.#queue = result;
    return result;
  }

  async #write(make: MakeEdits): Promise<boolean> {
    try {
      for (let attempt = 0; attempt < attempts; attempt++) {
        const state = this.store.getState();
        if (!state.document || !isEditable(state))
          return this.#refuse(
            state.readOnly
              ? 'This document is read-only.'
              : 'The text does not parse; mend it before changing the design here.',
          );
        const edits = make(state.document);
        if (edits.length === 0) return true;
        const { version } = state;
        const result = await this.host.applyEdits({ baseVersion: version, edits: [...edits] });
        if (result.outcome === 'applied') {
          await this.#until(() => this.store.getState().version >= result.version);
          return true;
        }
        await this.#until(() => this.store.getState().version !== version);
      }
      return this.#refuse('The file keeps changing, so nothing was written. Try again.');
    } catch (error) {
      return this.#refuse(error instanceof Error ? error.message : String(error));
    }
  }

  #refuse(message: string): false {
    this.store.setState({ notice: { tone: 'error', message } });
    return false;
  }

  /** Resolves when `holds`, or after a while, when the host is asked for the document again. */
  #until(holds: () => boolean): Promise<void> {
    if (holds()) return Promise.resolve();
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve();
      };
      const look = () => {
        if (holds()) done();
      };
      const timer = setTimeout(() => {
        this.host.ready();
        done();
      }, patienceMs);
      this.#waiting.add(look);
    });
  }

  #take(version: number, text: string, how?: 'afresh'): void {
    const { document: shown } = this.store.getState();
    const document = parseDocument(text, kinds, how === 'afresh' ? undefined : shown);
    this.#text = text;
    const damage = document.readable ? undefined : damageOf(document);
    this.store.setState({
      version,
      damage,
      // A text that does not parse leaves the last good picture; a first one shows what could be understood.
      document: document.readable || !shown?.readable ? document : shown,
    });
    for (const look of [...this.#waiting]) look();
  }
}

function damageOf(document: PipelineDocument): Damage {
  const problem = document.problems.find(({ code }) => unreadable.has(code));
  const offset = problem?.span.offset ?? 0;
  return {
    message: problem?.message ?? 'The text is not a design.',
    line: document.lines.position(offset).line + 1,
    offset,
  };
}
