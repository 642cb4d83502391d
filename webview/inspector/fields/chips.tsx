import { useState } from 'react';
import { Glyph } from '../../icon';
import { Select } from '../elements/select';
import { TextBox } from '../elements/text-box';
import { useForm } from '../form';
import { complaint, type Field } from '../form-model';
import type { ControlProps } from './control';

/** A list of words, of choices, or of ids: chips that can be taken out, and one control to add another. */
export function ChipsControl({ id, field, path, value, description }: ControlProps) {
  const { editable, commit, options, hint } = useForm();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const items = Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : typeof value === 'string'
      ? [value]
      : [];
  const offered = offers(field, options).filter((option) => !items.includes(option.id));
  const names = new Map(offers(field, options).map((option) => [option.id, option.label]));
  const empty = hint(path, field);

  const write = (next: readonly string[]) => void commit(path, next.length === 0 ? undefined : [...next]);
  const add = (item: string) => {
    const wrong = complaint(field, [...items, item]);
    setError(wrong);
    if (wrong !== undefined) return;
    setText('');
    if (!items.includes(item)) write([...items, item]);
  };
  return (
    <>
      {items.length > 0 && (
        <ul className="chips" aria-label={field.title}>
          {items.map((item) => (
            <li key={item} className="chip">
              <span>{names.get(item) ?? item}</span>
              {editable && (
                <button
                  type="button"
                  className="chip-remove"
                  aria-label={`Remove ${names.get(item) ?? item}`}
                  title="Remove"
                  onClick={() => write(items.filter((other) => other !== item))}
                >
                  <Glyph name="close" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {field.widget.type === 'texts' ? (
        <span className="control">
          <TextBox
            id={id}
            value={text}
            label={field.title}
            description={error ?? description}
            invalid={error !== undefined}
            disabled={!editable}
            placeholder={
              items.length === 0 && empty
                ? `${empty.from === 'default' ? 'Default' : 'Follows'}: ${empty.text}`
                : 'Add, then Enter'
            }
            onText={setText}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && text.trim() !== '') add(text.trim());
              if (event.key === 'Escape' && text !== '') {
                event.nativeEvent.stopPropagation();
                setText('');
              }
            }}
            onBlur={() => {
              if (text.trim() !== '') add(text.trim());
            }}
          />
        </span>
      ) : (
        <span className="control">
          <Select
            id={id}
            value=""
            label={field.title}
            description={error ?? description}
            disabled={!editable || offered.length === 0}
            options={[
              { value: '', label: offered.length === 0 ? 'Nothing to add' : 'Add…' },
              ...offered.map((option) => ({ value: option.id, label: option.label })),
            ]}
            onChoose={add}
          />
        </span>
      )}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </>
  );
}

function offers(
  field: Field,
  options: ReturnType<typeof useForm>['options'],
): readonly { id: string; label: string }[] {
  if (field.widget.type === 'choices') return field.widget.options.map((option) => ({ id: option, label: option }));
  return field.widget.type === 'references' ? options(field.widget.target) : [];
}
