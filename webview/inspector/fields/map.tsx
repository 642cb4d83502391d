import { isJsonObject, type JsonObject } from '../../../src/model/json';
import { Glyph } from '../../icon';
import { useForm } from '../form';
import { complaint } from '../form-model';
import type { ControlProps } from './control';
import { DraftInput } from './draft-input';

/** Names with a text each, such as tags. */
export function MapControl({ id, field, path, value, description }: ControlProps) {
  const { editable, commit } = useForm();
  const map: JsonObject = isJsonObject(value) ? value : {};
  return (
    <div className="nested">
      {Object.entries(map).map(([key, text]) => (
        <div className="map-row" key={key}>
          <span className="map-key" title={key}>
            {key}
          </span>
          <DraftInput
            id={`${id}-${key}`}
            label={key}
            text={typeof text === 'string' ? text : ''}
            disabled={!editable}
            complain={(next) => complaint(field, { ...map, [key]: next })}
            commit={(next) => commit([...path, key], next)}
          />
          {editable && (
            <button
              type="button"
              className="icon-button"
              title="Remove"
              aria-label={`Remove ${key}`}
              onClick={() => void commit([...path, key], undefined)}
            >
              <Glyph name="trash" />
            </button>
          )}
        </div>
      ))}
      <DraftInput
        id={id}
        label={field.title}
        description={description}
        text=""
        placeholder="name=value, then Enter"
        disabled={!editable}
        complain={(text) =>
          text.trim() === '' || /^[^=]+=/.test(text) ? undefined : 'Write the name, "=" and the value.'
        }
        commit={(text) => {
          const at = text.indexOf('=');
          return at === -1
            ? Promise.resolve(true)
            : commit([...path, text.slice(0, at).trim()], text.slice(at + 1).trim());
        }}
      />
    </div>
  );
}
