import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-collapsible/index.js';
import type { VscodeCollapsible } from '@vscode-elements/elements/dist/vscode-collapsible/index.js';
import type { KeyboardEvent, ReactNode } from 'react';
import { attribute, restyle, sheet, useCompleted } from './complete';

interface FoldProps {
  /** What the form calls it. */
  readonly name: string;
  readonly heading: string;
  /** How many fields below it are set. */
  readonly count?: number;
  /** Whether it starts open; a change of this opens or closes it, and in between it is the person's. */
  readonly open: boolean;
  readonly children: ReactNode;
}

const header = '.collapsible-header';
const foldSheet = sheet(`
  ${header} { height: 26px; background: none; border-top: 1px solid var(--vscode-contrastBorder, transparent); }
  ${header}:focus:not(:focus-visible) { outline: none; }
  ${header}:hover { background: var(--vscode-list-hoverBackground); }
  .title { font-size: 12px; font-weight: 600; text-transform: none; }
  .decorations { pointer-events: none; }
  .header-icon { margin: 0 2px 0 4px; }
`);

/** A heading whose fields can be folded away. The toolkit leaves out that it is a button, whether it is open, and the space bar. */
export function Fold({ name, heading, count = 0, open, children }: FoldProps) {
  const ref = useCompleted<VscodeCollapsible>((element) => {
    restyle(element, foldSheet);
    const button = headerOf(element);
    attribute(button, 'role', 'button');
    attribute(button, 'aria-expanded', String(element.open));
  });
  const onKeyDown = (event: KeyboardEvent<VscodeCollapsible>) => {
    if (event.key !== ' ' || event.nativeEvent.composedPath()[0] !== headerOf(event.currentTarget)) return;
    event.preventDefault();
    event.currentTarget.open = !event.currentTarget.open;
  };
  return (
    <vscode-collapsible
      ref={ref}
      className="fold"
      heading={heading}
      open={open}
      data-group={name}
      onKeyDown={onKeyDown}
    >
      {count > 0 && (
        <vscode-badge slot="decorations" className="count">
          {count} set
        </vscode-badge>
      )}
      {children}
    </vscode-collapsible>
  );
}

function headerOf(element: VscodeCollapsible): Element | null {
  return element.renderRoot.querySelector(header);
}
