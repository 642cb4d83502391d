import '@vscode-elements/elements/dist/vscode-button/index.js';
import type { KeyboardEvent, ReactNode } from 'react';
import { Glyph } from '../../icon';

interface ButtonProps {
  readonly glyph?: string;
  readonly secondary?: boolean;
  readonly submit?: boolean;
  readonly disabled?: boolean;
  readonly 'data-add'?: boolean;
  readonly 'data-fix'?: string;
  readonly 'data-apply'?: boolean;
  readonly 'data-cancel'?: boolean;
  onClick?(): void;
  readonly children: ReactNode;
}

/**
 * A button of the toolkit. Links, rows and glyphs are native buttons: the toolkit has none for the first two, and its
 * button for glyphs is smaller than a target may be.
 */
export function Button({ glyph, secondary, submit, disabled, onClick, children, ...data }: ButtonProps) {
  // It acts on the space bar and lets the panel scroll by it too.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === ' ') event.preventDefault();
  };
  return (
    <vscode-button
      {...data}
      type={submit ? 'submit' : 'button'}
      secondary={secondary ?? false}
      disabled={disabled ?? false}
      aria-disabled={disabled ?? false}
      onClick={() => {
        if (!disabled) onClick?.();
      }}
      onKeyDown={onKeyDown}
    >
      {glyph !== undefined && (
        <span slot="content-before">
          <Glyph name={glyph} />
        </span>
      )}
      {children}
    </vscode-button>
  );
}
