import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ListName } from '../src/model/vocabulary';
import type { WaitingMessage } from '../src/protocol/finding';
import type { Actions } from './actions/actions';
import {
  designKey,
  type ElementFindings,
  elementKey,
  type FindingIndex,
  indexFindings,
  noFindings,
} from './findings/findings';
import type { Findings, Host } from './host';
import type { CanvasState, CanvasStore } from './session/state';

/** What every part of the canvas can reach. The same object for the life of the page. */
export interface Canvas {
  readonly store: CanvasStore;
  readonly actions: Actions;
  readonly host: Host;
  /** Address of the folder with one architecture icon per kind; ends in a slash. */
  readonly iconBase: string;
}

export const CanvasContext = createContext<Canvas | undefined>(undefined);

export function useCanvas(): Canvas {
  const canvas = useContext(CanvasContext);
  if (!canvas) throw new Error('useCanvas: no canvas around this component');
  return canvas;
}

export function useCanvasState<T>(select: (state: CanvasState) => T): T {
  return useStore(useCanvas().store, select);
}

let indexed: { findings: CanvasState['findings']; document: CanvasState['document']; index: FindingIndex } | undefined;

/** Findings by element, worked out once per change of the findings. */
export function findingsOf({ findings, document }: Pick<CanvasState, 'findings' | 'document'>): FindingIndex {
  // Findings of an older text keep their elements: places in the list may have moved since, ids have not.
  if (indexed && indexed.findings === findings && (indexed.document === undefined) === (document === undefined))
    return indexed.index;
  indexed = { findings, document, index: indexFindings(findings, document) };
  return indexed.index;
}

export function useFindings(list: ListName | 'design', id?: string): ElementFindings {
  return useCanvasState(
    (state) => findingsOf(state).get(list === 'design' ? designKey : elementKey(list, id ?? '')) ?? noFindings,
  );
}

const noWaiting: readonly WaitingMessage[] = [];
let waitingOf: { message: Findings | undefined; byOwner: ReadonlyMap<string, readonly WaitingMessage[]> } | undefined;

/** Fields of an element that rules wait for; of the whole design without one. */
export function useWaiting(owner: string | undefined): readonly WaitingMessage[] {
  return useCanvasState(({ findings }) => {
    if (owner === undefined) return findings?.waiting ?? noWaiting;
    if (waitingOf?.message !== findings) waitingOf = { message: findings, byOwner: byOwner(findings?.waiting ?? []) };
    return waitingOf?.byOwner.get(owner) ?? noWaiting;
  });
}

function byOwner(waiting: readonly WaitingMessage[]): ReadonlyMap<string, readonly WaitingMessage[]> {
  const grouped = new Map<string, WaitingMessage[]>();
  for (const field of waiting) {
    const others = grouped.get(field.owner);
    if (others) others.push(field);
    else grouped.set(field.owner, [field]);
  }
  return grouped;
}
