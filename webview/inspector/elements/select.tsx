import { Glyph } from '../../icon';

interface SelectProps {
  readonly id?: string;
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly required?: boolean;
  readonly disabled: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  onChoose(value: string): void;
}

/**
 * Native, and drawn like the toolkit's: that one knows no first letters, Home and End to get at a choice, does not open
 * upwards at the foot of a panel, has no description for screen readers, and leaves a listener on the window behind each
 * time it has been open. Flags are such a choice too, as they have a third state that says what an empty field means: the
 * toolkit's checkbox cannot be put back into it, nor tell it to screen readers.
 */
export function Select({ id, value, label, description, required, disabled, options, onChoose }: SelectProps) {
  return (
    <span className="select">
      <select
        id={id}
        className={value === '' ? 'unset' : undefined}
        value={value}
        disabled={disabled}
        aria-label={label}
        aria-description={description || undefined}
        aria-required={required || undefined}
        onChange={(event) => onChoose(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Glyph name="chevron-down" />
    </span>
  );
}
