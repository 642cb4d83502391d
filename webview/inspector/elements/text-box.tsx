import '@vscode-elements/elements/dist/vscode-textarea/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { VscodeTextarea } from '@vscode-elements/elements/dist/vscode-textarea/index.js';
import type { VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { attribute, restyle, sheet, useCompleted } from './complete';

export interface TextBoxProps {
  readonly id?: string;
  readonly value: string;
  /** The name for screen readers: a label outside of the element's shadow does not reach the input within. */
  readonly label: string;
  /** What screen readers say after the name: help, or what is wrong. */
  readonly description?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean | undefined;
  readonly numeric?: boolean | undefined;
  readonly mono?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  /** Take the focus on appearing. */
  readonly focused?: boolean;
  onText(text: string): void;
  onBlur?(): void;
  onKeyDown?(event: KeyboardEvent): void;
}

/** The toolkit gives a border to a box that has none, and one to the focus that contrast themes hardly tell apart. */
const borders = `:host([invalid]) .root, :host([invalid]) textarea {
  border-color: var(--vscode-inputValidation-errorBorder, var(--vscode-errorForeground));
}
:host-context(.vscode-high-contrast):host([focused]) .root, :host-context(.vscode-high-contrast) textarea:focus {
  outline: 1px solid var(--vscode-focusBorder);
}`;
const fieldSheet = sheet(`${borders} input { border-radius: 3px; text-overflow: ellipsis; }`);
/** Grows with its text. */
const areaSheet = sheet(`${borders} textarea {
  field-sizing: content; min-height: 44px; max-height: 320px; padding: 3px 4px; line-height: 18px;
} textarea.monospace { font-size: 12px; }`);

/** A text field of the toolkit, of one line or of several. Undo within it is the browser's. */
export function TextBox(props: TextBoxProps) {
  const { id, value, label, description, placeholder, multiline, numeric, mono, required, invalid, disabled } = props;
  const focused = useRef(props.focused ?? false);
  const complete = (element: VscodeTextfield | VscodeTextarea) => {
    restyle(element, multiline ? areaSheet : fieldSheet);
    const inner = element.wrappedElement;
    attribute(inner, 'aria-description', description);
    attribute(inner, 'aria-invalid', invalid ? 'true' : undefined);
    attribute(inner, 'aria-required', required ? 'true' : undefined);
    attribute(inner, 'inputmode', numeric ? 'decimal' : undefined);
    attribute(inner, 'spellcheck', 'false');
    if (!focused.current) return;
    focused.current = false;
    inner.focus();
  };
  const field = useCompleted<VscodeTextfield>(complete);
  const area = useCompleted<VscodeTextarea>(complete);
  const shared = {
    id,
    value,
    label,
    placeholder,
    invalid: invalid ?? false,
    disabled: disabled ?? false,
    onInput: (event: FormEvent<VscodeTextfield | VscodeTextarea>) => props.onText(event.currentTarget.value),
    onBlur: props.onBlur,
    onKeyDown: props.onKeyDown,
  };
  return multiline ? (
    <vscode-textarea ref={area} {...shared} monospace={mono ?? false} resize="vertical" rows={2} />
  ) : (
    <vscode-textfield ref={field} {...shared} />
  );
}
