import type { VscElement } from '@vscode-elements/elements/dist/includes/VscElement.js';
import { type RefCallback, useCallback, useLayoutEffect, useRef } from 'react';

/**
 * Adds to an element of the toolkit what it leaves out, within its shadow: after each of its updates, and of ours.
 * @returns the `ref` of the element.
 */
export function useCompleted<E extends VscElement>(complete: (element: E) => void): RefCallback<E> {
  const element = useRef<E>(undefined);
  const latest = useRef(complete);
  useLayoutEffect(() => {
    latest.current = complete;
    if (element.current?.hasUpdated) complete(element.current);
  });
  return useCallback((mounted: E) => {
    const controller = { hostUpdated: () => latest.current(mounted) };
    element.current = mounted;
    mounted.addController(controller);
    return () => {
      element.current = undefined;
      mounted.removeController(controller);
    };
  }, []);
}

/** A style sheet for the inside of elements. It is an object, not text of the page, so the content security policy allows it. */
export function sheet(rules: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}

export function restyle({ shadowRoot }: VscElement, added: CSSStyleSheet): void {
  if (shadowRoot && !shadowRoot.adoptedStyleSheets.includes(added)) shadowRoot.adoptedStyleSheets.push(added);
}

/** Gives an element an attribute, or takes it away. */
export function attribute(element: Element | null, name: string, value: string | undefined): void {
  if (value === undefined || value === '') element?.removeAttribute(name);
  else element?.setAttribute(name, value);
}
