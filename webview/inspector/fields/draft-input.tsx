import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { TextBox } from '../elements/text-box';

interface DraftInputProps {
  readonly id: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly required?: boolean;
  /** What the document says. */
  readonly text: string;
  readonly placeholder?: string | undefined;
  readonly unit?: string | undefined;
  readonly multiline?: boolean;
  readonly numeric?: boolean;
  readonly mono?: boolean;
  readonly disabled: boolean;
  /** What is wrong with a text; undefined when it can be written. */
  complain(text: string): string | undefined;
  commit(text: string): Promise<boolean>;
}

/**
 * A text field whose content belongs to the person until Enter or until the focus leaves it: only then is it one edit
 * of the document. Escape brings back what the document says. A text that cannot be written stays, with the reason.
 */
export function DraftInput(props: DraftInputProps) {
  const { id, label, description, required, text, placeholder, unit, multiline, numeric, mono, disabled } = props;
  const { complain, commit } = props;
  const [draft, setDraft] = useState<string>();
  const [error, setError] = useState<string>();
  const latest = useRef({ draft, text, complain, commit });
  /** On its way to the document: leaving the field does not send it again. */
  const sent = useRef<string>(undefined);
  latest.current = { draft, text, complain, commit };

  // Another element was selected before the focus left: what was typed is not lost.
  useEffect(
    () => () => {
      const { draft: typed, text: before, complain: check, commit: write } = latest.current;
      if (typed !== undefined && typed !== before && typed !== sent.current && check(typed) === undefined)
        void write(typed);
    },
    [],
  );

  const settle = () => {
    if (draft === undefined || draft === sent.current) return;
    if (draft === text) {
      setDraft(undefined);
      setError(undefined);
      return;
    }
    const wrong = complain(draft);
    setError(wrong);
    if (wrong !== undefined) return;
    const written = draft;
    sent.current = written;
    void commit(written).then((done) => {
      sent.current = undefined;
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

  return (
    <>
      <span className={`control${unit ? ' with-unit' : ''}`}>
        <TextBox
          id={id}
          label={label}
          description={error ?? description}
          value={draft ?? text}
          placeholder={placeholder}
          required={required}
          multiline={multiline}
          numeric={numeric}
          mono={mono}
          disabled={disabled}
          invalid={error !== undefined}
          onText={(typed) => {
            setDraft(typed);
            if (error !== undefined) setError(complain(typed));
          }}
          onBlur={settle}
          onKeyDown={onKeyDown}
        />
        {unit && <span className="unit">{unit}</span>}
      </span>
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}
