import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

interface DraftInputProps {
  readonly id: string;
  /** What the document says. */
  readonly text: string;
  readonly placeholder?: string | undefined;
  readonly unit?: string | undefined;
  readonly multiline?: boolean;
  readonly numeric?: boolean;
  readonly mono?: boolean;
  readonly disabled: boolean;
  readonly label?: string;
  /** What is wrong with a text; undefined when it can be written. */
  complain(text: string): string | undefined;
  commit(text: string): Promise<boolean>;
}

/**
 * A text field whose content belongs to the person until Enter or until the focus leaves it: only then is it one edit
 * of the document. Escape brings back what the document says. A text that cannot be written stays, with the reason.
 */
export function DraftInput(props: DraftInputProps) {
  const { id, text, placeholder, unit, multiline, numeric, mono, disabled, label, complain, commit } = props;
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const latest = useRef({ draft, text, complain, commit });
  latest.current = { draft, text, complain, commit };

  // Another element was selected before the focus left: what was typed is not lost.
  useEffect(
    () => () => {
      const { draft: typed, text: before, complain: check, commit: write } = latest.current;
      if (typed !== undefined && typed !== before && check(typed) === undefined) void write(typed);
    },
    [],
  );

  const settle = () => {
    if (draft === undefined) return;
    if (draft === text) {
      setDraft(undefined);
      setError(undefined);
      return;
    }
    const wrong = complain(draft);
    setError(wrong);
    if (wrong !== undefined) return;
    const written = draft;
    latest.current.draft = undefined;
    void commit(written).then((done) => {
      // What was typed while the edit was on its way stays.
      if (done) setDraft((now) => (now === written ? undefined : now));
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      settle();
    } else if (event.key === 'Escape' && draft !== undefined) {
      event.stopPropagation();
      event.nativeEvent.stopPropagation();
      setDraft(undefined);
      setError(undefined);
    }
  };

  const shared = {
    id,
    value: draft ?? text,
    placeholder,
    disabled,
    spellCheck: false,
    className: `input${mono ? ' mono' : ''}`,
    'aria-label': label,
    'aria-invalid': error !== undefined,
    'aria-describedby': error === undefined ? `${id}-help` : `${id}-error`,
    onChange: (event: { target: { value: string } }) => {
      setDraft(event.target.value);
      if (error !== undefined) setError(complain(event.target.value));
    },
    onBlur: settle,
    onKeyDown,
  };
  return (
    <>
      <span className={`control${unit ? ' with-unit' : ''}`}>
        {multiline ? (
          <textarea {...shared} rows={2} />
        ) : (
          <input type="text" inputMode={numeric ? 'decimal' : undefined} {...shared} />
        )}
        {unit && <span className="unit">{unit}</span>}
      </span>
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </>
  );
}
