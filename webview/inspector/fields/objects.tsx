import { useState } from 'react';
import { isJsonObject, type JsonObject, type JsonPath } from '../../../src/model/json';
import { Glyph } from '../../icon';
import { Button } from '../elements/button';
import { FieldRow, FormScope, useForm } from '../form';
import { complaint, type Field } from '../form-model';
import type { ControlProps } from './control';

/** Fields of a nested object. */
export function ObjectControl({ path, value, fields }: ControlProps & { readonly fields: readonly Field[] }) {
  const owner = isJsonObject(value) ? value : {};
  return (
    <div className="nested">
      {fields.map((field) => (
        <FieldRow key={field.key} field={field} path={[...path, field.key]} value={owner[field.key]} />
      ))}
    </div>
  );
}

/** A list of objects: each with its fields, to be taken out; a new one is written once it has all it needs. */
export function ObjectsControl({ field, path, value, fields }: ControlProps & { readonly fields: readonly Field[] }) {
  const { editable, commit } = useForm();
  const [draft, setDraft] = useState<JsonObject>();
  const items = Array.isArray(value) ? value : [];
  const lower = field.title.toLowerCase();

  const commitDraft = async (at: JsonPath, next: JsonObject[string] | undefined): Promise<boolean> => {
    const key = String(at.at(-1));
    const { [key]: _, ...rest } = draft ?? {};
    const changed: JsonObject = next === undefined ? rest : { ...rest, [key]: next };
    if (Object.keys(changed).length > 0 && complaint(field, [...items, changed]) === undefined) {
      setDraft(undefined);
      return commit([...path, items.length], changed);
    }
    setDraft(changed);
    return true;
  };

  return (
    <div className="nested">
      {items.map((item: unknown, index) => (
        // Items have no identity but their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
        <div className="item" key={index} data-item={index}>
          <div className="item-head">
            <span className="quiet">{index + 1}</span>
            {editable && (
              <button
                type="button"
                className="icon-button"
                title="Remove"
                aria-label={`Remove ${lower} ${index + 1}`}
                onClick={() => void commit([...path, index], undefined)}
              >
                <Glyph name="trash" />
              </button>
            )}
          </div>
          {fields.map((inner) => (
            <FieldRow
              key={inner.key}
              field={inner}
              path={[...path, index, inner.key]}
              value={isJsonObject(item) ? item[inner.key] : undefined}
            />
          ))}
        </div>
      ))}
      {draft && (
        <FormScope commit={commitDraft}>
          <div className="item item-new" data-item="new">
            <div className="item-head">
              <span className="quiet">New; written when complete</span>
              <button
                type="button"
                className="icon-button"
                title="Discard"
                aria-label={`Discard the new ${lower}`}
                onClick={() => setDraft(undefined)}
              >
                <Glyph name="close" />
              </button>
            </div>
            {fields.map((inner) => (
              <FieldRow
                key={inner.key}
                field={inner}
                path={[...path, items.length, inner.key]}
                value={draft[inner.key]}
              />
            ))}
          </div>
        </FormScope>
      )}
      {editable && !draft && (
        <Button secondary glyph="add" data-add onClick={() => setDraft({})}>
          Add
        </Button>
      )}
    </div>
  );
}
