import type * as z from 'zod';
import {
  applyEdits,
  canvasCommand,
  canvasReady,
  changeHistory,
  documentChanged,
  documentOpened,
  findingsChanged,
  openLink,
  openRule,
  readClipboard,
  revealElement,
  revealText,
  runCommand,
  settingsChanged,
  writeClipboard,
} from '../src/protocol/canvas';
import { openChannel } from './host-channel';
import { type PersistedState, persistedState } from './session/persisted';

type ParamsOf<M extends { params: z.ZodType }> = z.output<M['params']>;
export type DocumentOpened = ParamsOf<typeof documentOpened>;
export type DocumentChanged = ParamsOf<typeof documentChanged>;
export type Settings = ParamsOf<typeof settingsChanged>;
export type Findings = ParamsOf<typeof findingsChanged>;
export type CanvasCommand = ParamsOf<typeof canvasCommand>['command'];

export interface HostEvents {
  documentOpened(message: DocumentOpened): void;
  documentChanged(message: DocumentChanged): void;
  findingsChanged(message: Findings): void;
  settingsChanged(message: Settings): void;
  canvasCommand(command: CanvasCommand): void;
  revealElement(element: ParamsOf<typeof revealElement>['element']): void;
}

/** The editor around the canvas, as the canvas sees it. */
export interface Host {
  /** Start receiving. The host answers with the document, the settings and the findings. */
  listen(events: HostEvents): void;
  ready(): void;
  applyEdits(params: z.input<typeof applyEdits.params>): Promise<z.output<typeof applyEdits.result>>;
  changeHistory(direction: 'undo' | 'redo'): void;
  writeClipboard(text: string): Promise<void>;
  readClipboard(): Promise<string>;
  revealText(place: z.input<typeof revealText.params>): void;
  openRule(rule: string): void;
  openLink(url: string): void;
  runCommand(command: string): void;
  loadState(): PersistedState;
  saveState(state: PersistedState): void;
}

export function connectHost(): Host {
  const { api, channel } = openChannel('canvas');
  return {
    listen(events) {
      channel.onNotification(documentOpened, (message) => events.documentOpened(message));
      channel.onNotification(documentChanged, (message) => events.documentChanged(message));
      channel.onNotification(findingsChanged, (message) => events.findingsChanged(message));
      channel.onNotification(settingsChanged, (message) => events.settingsChanged(message));
      channel.onNotification(canvasCommand, ({ command }) => events.canvasCommand(command));
      channel.onNotification(revealElement, ({ element }) => events.revealElement(element));
    },
    ready: () => channel.notify(canvasReady, {}),
    applyEdits: (params) => channel.request(applyEdits, params),
    changeHistory: (direction) => channel.notify(changeHistory, { direction }),
    writeClipboard: async (text) => void (await channel.request(writeClipboard, { text })),
    readClipboard: async () => (await channel.request(readClipboard, {})).text,
    revealText: (place) => channel.notify(revealText, place),
    openRule: (rule) => channel.notify(openRule, { rule }),
    openLink: (url) => channel.notify(openLink, { url }),
    runCommand: (command) => channel.notify(runCommand, { command }),
    loadState: () => persistedState.catch({}).parse(api.getState() ?? {}),
    saveState: (state) => api.setState(state),
  };
}
