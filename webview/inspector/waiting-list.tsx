import type * as z from 'zod';
import { architectureSchema, type ListName, listSchemas, type Pipeline } from '../../src/model/vocabulary';
import type { WaitingMessage } from '../../src/protocol/finding';
import { useCanvas, useWaiting } from '../canvas-context';
import { kinds } from '../catalog';
import { Glyph } from '../icon';
import { focusField } from './focus-field';
import { fieldTitle } from './form-model';

/** The fields of one element that rules wait for, the one that most of them wait for first. */
export function WaitingList({
  owner,
  schema,
  config,
}: {
  readonly owner: string;
  readonly schema: z.ZodObject;
  /** Of a node. */
  readonly config?: z.ZodObject | undefined;
}) {
  const waiting = useWaiting(owner);
  if (waiting.length === 0) return null;
  return (
    <section className="waiting" aria-label="Not declared yet">
      <p className="quiet">
        <Glyph name="question" /> Declared, these fields let more rules decide:
      </p>
      <ul>
        {waiting.slice(0, 5).map(({ field, rules }) => (
          <li key={field}>
            <button
              type="button"
              className="link"
              data-waiting={field}
              title={rules.join('\n')}
              onClick={() => void focusField(field.replaceAll('/', '.'))}
            >
              {titleOf(schema, config, field)}
            </button>{' '}
            <span className="quiet">{countOf(rules.length)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The same for the whole design: which element, which field, how many rules. */
export function WaitingOfDesign({ pipeline }: { readonly pipeline: Pipeline }) {
  const { actions } = useCanvas();
  const waiting = useWaiting(undefined);
  if (waiting.length === 0) return null;
  const shown = waiting.slice(0, 20);
  const go = async ({ owner, field }: WaitingMessage) => {
    const [list, id] = owner.split('/') as [ListName | 'architecture', string | undefined];
    if (list === 'architecture' || id === undefined) return focusField(`architecture.${field.replaceAll('/', '.')}`);
    actions.reveal(list, id);
    // The panel of the element is drawn first.
    requestAnimationFrame(() => void focusField(field.replaceAll('/', '.')));
  };
  return (
    <section className="section" aria-label="Cannot be decided">
      <h3>
        Cannot be decided <span className="quiet">{waiting.length}</span>
      </h3>
      <ul>
        {shown.map((entry) => {
          const { title, schema, config } = ownerOf(pipeline, entry.owner);
          return (
            <li key={`${entry.owner}/${entry.field}`}>
              <button
                type="button"
                className="row"
                data-waiting={`${entry.owner}/${entry.field}`}
                title={entry.rules.join('\n')}
                onClick={() => void go(entry)}
              >
                <span className="row-text">
                  {title}: {titleOf(schema, config, entry.field)}
                </span>
                <span className="quiet">{countOf(entry.rules.length)}</span>
              </button>
            </li>
          );
        })}
        {waiting.length > shown.length && (
          <li className="quiet pad">and {waiting.length - shown.length} more fields</li>
        )}
      </ul>
    </section>
  );
}

const countOf = (count: number): string => `${count} ${count === 1 ? 'rule' : 'rules'}`;

function titleOf(schema: z.ZodObject, config: z.ZodObject | undefined, field: string): string {
  return config && field.startsWith('config/')
    ? fieldTitle(config, field.slice('config/'.length))
    : fieldTitle(schema, field);
}

function ownerOf(
  pipeline: Pipeline,
  owner: string,
): { title: string; schema: z.ZodObject; config?: z.ZodObject | undefined } {
  const [list, id] = owner.split('/') as [ListName | 'architecture', string | undefined];
  if (list === 'architecture') return { title: 'Design', schema: architectureSchema };
  const entry = (pipeline[list] as readonly { id?: string; label?: string; name?: string; kind?: string }[]).find(
    (candidate) => candidate.id === id,
  );
  return {
    title: entry?.label ?? entry?.name ?? id ?? '',
    schema: listSchemas[list],
    ...(list === 'nodes' && { config: kinds.get(entry?.kind ?? '')?.config }),
  };
}
