import { useState } from 'react';
import type { Json, JsonPath } from '../../../src/model/json';
import { Select } from '../elements/select';
import { useForm } from '../form';
import { complaint, type Field } from '../form-model';
import { ChipsControl } from './chips';
import { DraftInput } from './draft-input';
import { MapControl } from './map';
import { ObjectControl, ObjectsControl } from './objects';

export interface ControlProps {
  readonly id: string;
  readonly field: Field;
  readonly path: JsonPath;
  readonly value: unknown;
  /** What screen readers hear of the field after its name. */
  readonly description: string | undefined;
}

/** The control for a field, by the shape of its value. */
export function FieldControl(props: ControlProps) {
  const { id, field, path, value, description } = props;
  const { editable, commit, hint } = useForm();
  const { widget } = field;
  const placeholder = hintText(hint(path, field));
  const named = { id, label: field.title, description, required: field.required };
  switch (widget.type) {
    case 'text':
      return (
        <DraftInput
          {...named}
          text={typeof value === 'string' ? value : ''}
          placeholder={placeholder}
          unit={field.unit}
          multiline={widget.multiline}
          disabled={!editable}
          complain={(text) =>
            text === '' ? (field.required ? 'This must be given.' : undefined) : complaint(field, text)
          }
          commit={(text) => commit(path, text === '' ? undefined : text)}
        />
      );
    case 'number':
      return (
        <DraftInput
          {...named}
          text={typeof value === 'number' ? String(value) : ''}
          placeholder={placeholder ?? range(widget.min, widget.max)}
          unit={field.unit}
          numeric
          disabled={!editable}
          complain={(text) =>
            text.trim() === '' ? (field.required ? 'This must be given.' : undefined) : complainNumber(field, text)
          }
          commit={(text) => commit(path, parseNumber(text))}
        />
      );
    case 'flag':
      return (
        <Choice
          {...props}
          options={[
            { value: 'true', label: 'Yes' },
            { value: 'false', label: 'No' },
          ]}
          current={typeof value === 'boolean' ? String(value) : ''}
          empty={placeholder}
          choose={(text) => commit(path, text === '' ? undefined : text === 'true')}
        />
      );
    case 'choice':
      return (
        <Choice
          {...props}
          options={widget.options.map((option) => ({ value: String(option), label: String(option) }))}
          current={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          empty={placeholder}
          choose={(text) =>
            commit(
              path,
              widget.options.find((option) => String(option) === text),
            )
          }
        />
      );
    case 'reference':
      return <ReferenceControl {...props} empty={placeholder} target={widget.target} />;
    case 'choices':
    case 'texts':
    case 'references':
      return <ChipsControl {...props} />;
    case 'object':
      return <ObjectControl {...props} fields={widget.fields} />;
    case 'objects':
      return <ObjectsControl {...props} fields={widget.fields} />;
    case 'map':
      return <MapControl {...props} />;
    case 'json':
      return (
        <DraftInput
          {...named}
          text={value === undefined ? '' : JSON.stringify(value, undefined, 2)}
          placeholder={placeholder ?? 'JSON'}
          multiline
          mono
          disabled={!editable}
          complain={(text) => complainJson(field, text)}
          commit={(text) => commit(path, text.trim() === '' ? undefined : (JSON.parse(text) as Json))}
        />
      );
  }
}

function hintText(
  hint: { readonly from: 'default' | 'derived'; readonly text: string } | undefined,
): string | undefined {
  return hint && `${hint.from === 'default' ? 'Default' : 'Follows'}: ${hint.text}`;
}

function range(min: number | undefined, max: number | undefined): string | undefined {
  if (min !== undefined && max !== undefined) return `${min} to ${max}`;
  return undefined;
}

/** A decimal comma is taken for a point; undefined for an empty text. */
function parseNumber(text: string): number | undefined {
  const plain = text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2');
  return plain === '' ? undefined : Number(plain);
}

function complainNumber(field: Field, text: string): string | undefined {
  const number = parseNumber(text);
  return number === undefined || !Number.isFinite(number) ? 'This must be a number.' : complaint(field, number);
}

function complainJson(field: Field, text: string): string | undefined {
  if (text.trim() === '') return field.required ? 'This must be given.' : undefined;
  try {
    return complaint(field, JSON.parse(text));
  } catch (error) {
    return error instanceof Error ? `This is not JSON: ${error.message}` : 'This is not JSON.';
  }
}

interface ChoiceProps extends ControlProps {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly current: string;
  readonly empty: string | undefined;
  choose(value: string): Promise<boolean>;
}

function Choice({ id, field, description, options, current, empty, choose }: ChoiceProps) {
  const { editable } = useForm();
  const [chosen, setChosen] = useState<string>();
  // What was chosen shows at once, until the document says so too.
  const shown = chosen ?? current;
  const known = shown === '' || options.some(({ value }) => value === shown);
  return (
    <span className={`control${field.unit ? ' with-unit' : ''}`}>
      <Select
        id={id}
        value={shown}
        label={field.title}
        description={description}
        required={field.required}
        disabled={!editable}
        options={[
          ...(!field.required || shown === '' ? [{ value: '', label: empty ?? 'Not set' }] : []),
          ...(known ? [] : [{ value: shown, label: `${shown} (unknown)` }]),
          ...options,
        ]}
        onChoose={(next) => {
          if (next === current) return;
          setChosen(next);
          void choose(next).then(() => setChosen(undefined));
        }}
      />
      {field.unit && <span className="unit">{field.unit}</span>}
    </span>
  );
}

function ReferenceControl(
  props: ControlProps & {
    readonly target: Parameters<ReturnType<typeof useForm>['options']>[0];
    readonly empty: string | undefined;
  },
) {
  const { options, commit } = useForm();
  return (
    <Choice
      {...props}
      options={options(props.target).map(({ id, label }) => ({
        value: id,
        label: label === id ? id : `${label} (${id})`,
      }))}
      current={typeof props.value === 'string' ? props.value : ''}
      choose={(text) => commit(props.path, text === '' ? undefined : text)}
    />
  );
}
