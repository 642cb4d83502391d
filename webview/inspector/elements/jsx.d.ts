import type { VscodeBadge } from '@vscode-elements/elements/dist/vscode-badge/index.js';
import type { VscodeButton } from '@vscode-elements/elements/dist/vscode-button/index.js';
import type { VscodeCollapsible } from '@vscode-elements/elements/dist/vscode-collapsible/index.js';
import type { VscodeTextarea } from '@vscode-elements/elements/dist/vscode-textarea/index.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

/** React sets what an element has as a property, and everything else as an attribute. */
type ElementProps<Element, Properties extends keyof Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element> &
  Partial<Pick<Element, Properties>>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-badge': ElementProps<VscodeBadge, 'variant'>;
      'vscode-button': ElementProps<VscodeButton, 'disabled' | 'secondary' | 'type'>;
      'vscode-collapsible': ElementProps<VscodeCollapsible, 'heading' | 'open'>;
      'vscode-textarea': ElementProps<
        VscodeTextarea,
        'disabled' | 'invalid' | 'label' | 'monospace' | 'placeholder' | 'resize' | 'rows' | 'value'
      >;
      'vscode-textfield': ElementProps<VscodeTextfield, 'disabled' | 'invalid' | 'label' | 'placeholder' | 'value'>;
    }
  }
}
