import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PipelineDocument } from '../../src/model/document';
import type { ListName, PipelineNode } from '../../src/model/vocabulary';
import type { Point } from '../../src/picture/geometry';
import type { Findings, Settings } from '../host';
import type { PersistedState } from './persisted';

export interface Selection {
  readonly nodes: ReadonlySet<string>;
  readonly edges: ReadonlySet<string>;
}

/** Why the text cannot be read, for people: `line` counts from 1. */
export interface Damage {
  readonly message: string;
  readonly line: number;
  readonly offset: number;
}

export interface NoticeAction {
  readonly label: string;
  run(): void;
}

/** Something to tell, near `at` (client coordinates) or at the foot of the canvas. */
export interface Notice {
  readonly tone: 'info' | 'warning' | 'error';
  readonly message: string;
  readonly detail?: string;
  readonly at?: Point;
  readonly actions?: readonly NoticeAction[];
}

/** An edge that is being drawn, from the end that stands. */
export interface Connecting {
  readonly node: PipelineNode;
  readonly end: 'from' | 'to';
}

/** What the canvas shows. The document is the host's; everything else is a view of it or belongs to this window alone. */
export interface CanvasState {
  /** The last document that could be read; undefined before the first one arrived. */
  readonly document: PipelineDocument | undefined;
  readonly version: number;
  readonly fileName: string;
  readonly readOnly: boolean;
  /** Set while the text does not parse: the picture is then the last good one. */
  readonly damage: Damage | undefined;
  readonly findings: Findings | undefined;
  readonly settings: Settings;
  readonly selection: Selection;
  /** An entry of a list that is not drawn, opened in the inspector. */
  readonly inspected: { readonly list: ListName; readonly id: string } | undefined;
  /** Places of nodes that are being dragged, or whose move is on its way to the document. */
  readonly moving: ReadonlyMap<string, Point>;
  readonly connecting: Connecting | undefined;
  readonly notice: Notice | undefined;
  /** Said by screen readers when it changes. */
  readonly announcement: string;
  readonly panels: { readonly palette: boolean; readonly inspector: boolean; readonly minimap: boolean };
  readonly layingOut: boolean;
}

export type CanvasStore = StoreApi<CanvasState>;

const none: ReadonlySet<string> = new Set();
export const nothingSelected: Selection = { nodes: none, edges: none };
export const nothingMoving: ReadonlyMap<string, Point> = new Map();

/** Beside a text editor there is little room: the canvas keeps it, until somebody opens a panel. */
export function panelsFor(widthPx: number): CanvasState['panels'] {
  return { palette: widthPx >= 640, inspector: widthPx >= 960, minimap: false };
}

export function createCanvasStore(remembered: PersistedState, widthPx: number): CanvasStore {
  return createStore<CanvasState>(() => ({
    document: undefined,
    version: -1,
    fileName: '',
    readOnly: true,
    damage: undefined,
    findings: undefined,
    settings: { neutralIcons: false, trusted: false },
    selection: { nodes: new Set(remembered.nodes), edges: new Set(remembered.edges) },
    inspected: remembered.inspected,
    moving: nothingMoving,
    connecting: undefined,
    notice: undefined,
    announcement: '',
    panels: remembered.panels ?? panelsFor(widthPx),
    layingOut: false,
  }));
}

export function isEditable(state: CanvasState): boolean {
  return state.document !== undefined && state.damage === undefined && !state.readOnly;
}
