import { type FormEvent, useMemo, useState } from 'react';
import type { PipelineDocument } from '../../src/model/document';
import { type ElementRef, elementId } from '../../src/model/edit';
import type { JsonObject } from '../../src/model/json';
import { freeId, idsOf } from '../../src/model/operations';
import { architectureSchema, type Entries, headSchema, type ListName, type Pipeline } from '../../src/model/vocabulary';
import { findingsOf, useCanvas, useCanvasState, useFindings } from '../canvas-context';
import { Badges } from '../findings/badges';
import { countBySeverity, designKey, elementKey, noFindings, printCounts, severities } from '../findings/findings';
import { Glyph } from '../icon';
import { isEditable } from '../session/state';
import { Button } from './elements/button';
import { TextBox } from './elements/text-box';
import { FindingsList } from './findings-list';
import { entryTitle, FieldRow, Fields, Form } from './form';
import { formOf } from './form-model';
import { WaitingOfDesign } from './waiting-list';

const headFields = formOf(headSchema).filter(({ key }) => key === 'name' || key === 'description');
const architectureFields = formOf(architectureSchema);
const design: ElementRef = { list: 'design' };

/** The design as a whole: what holds for all of it, and the lists that are not drawn. */
export function DesignPanel({ document }: { readonly document: PipelineDocument }) {
  const { value } = document;
  const { items } = useFindings('design');
  return (
    <Form pipeline={value} element={design} root={value} findings={items}>
      <section className="section" aria-label="Design">
        {headFields.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            path={[field.key]}
            value={value[field.key as 'name' | 'description']}
          />
        ))}
      </section>
      <FindingsList items={items} />
      <FindingsOfElements document={document} />
      <WaitingOfDesign pipeline={value} />
      {editableLists.map(({ list, title, noun, start }) => (
        <EntryList key={list} pipeline={value} list={list} title={title} noun={noun} start={start} />
      ))}
      <section className="section" aria-label="Architecture">
        <h3>Architecture</h3>
        <Fields fields={architectureFields} base={['architecture']} owner={value.architecture} />
      </section>
    </Form>
  );
}

/** Where the findings are: one row per element, the worst first. */
function FindingsOfElements({ document }: { readonly document: PipelineDocument }) {
  const { actions } = useCanvas();
  const index = useCanvasState(findingsOf);
  const rows = useMemo(() => {
    const found: { list: ListName; id: string; title: string; rank: number }[] = [];
    for (const list of ['nodes', 'edges', 'data', 'groups', 'personas', 'grants', 'roles'] as const) {
      for (const entry of document.value[list] as readonly Entries[ListName][]) {
        const id = elementId<ListName>(list, entry);
        const { counts } = index.get(elementKey(list, id)) ?? noFindings;
        const rank = severities.findIndex((severity) => counts[severity]);
        if (rank !== -1) found.push({ list, id, title: entryTitle(list, entry), rank });
      }
    }
    return found.sort((a, b) => a.rank - b.rank);
  }, [document, index]);
  const all = countBySeverity([...index].flatMap(([, { items }]) => items));
  const shown = rows.slice(0, 50);
  return (
    <section className="section" aria-label="Findings by element">
      <h3>
        Findings <span className="quiet">{printCounts(all) || 'none'}</span>
      </h3>
      <ul>
        {shown.map(({ list, id, title }) => (
          <li key={elementKey(list, id)}>
            <button
              type="button"
              className="row"
              data-finding-of={elementKey(list, id)}
              onClick={() => actions.reveal(list, id)}
            >
              <span className="row-text">{title}</span>
              <Badges counts={(index.get(elementKey(list, id)) ?? noFindings).counts} />
            </button>
          </li>
        ))}
        {rows.length > shown.length && <li className="quiet pad">and {rows.length - shown.length} more elements</li>}
        {index.has(designKey) && rows.length === 0 && <li className="quiet pad">On the design as a whole, above.</li>}
      </ul>
    </section>
  );
}

interface EditableList {
  readonly list: 'data' | 'personas' | 'groups' | 'roles' | 'grants';
  readonly title: string;
  readonly noun: string;
  /** A new entry with this name; undefined where people write it in the text, and it is listed only when there are some. */
  readonly start: ((id: string, name: string) => JsonObject) | undefined;
}

const editableLists: readonly EditableList[] = [
  { list: 'data', title: 'Data sets', noun: 'data set', start: (id, name) => ({ id, name }) },
  { list: 'personas', title: 'Personas', noun: 'persona', start: (id, name) => ({ id, name, type: 'data-analyst' }) },
  { list: 'groups', title: 'Groups', noun: 'group', start: (id, label) => ({ id, kind: 'group', label, nodes: [] }) },
  { list: 'grants', title: 'Grants', noun: 'grant', start: undefined },
  { list: 'roles', title: 'Roles', noun: 'role', start: undefined },
];

function EntryList({ pipeline, list, title, noun, start }: EditableList & { readonly pipeline: Pipeline }) {
  const { actions } = useCanvas();
  const editable = useCanvasState(isEditable);
  const findings = useCanvasState(findingsOf);
  const [adding, setAdding] = useState<string>();
  const entries = pipeline[list] as readonly Entries[ListName][];
  if (entries.length === 0 && !start) return null;

  const add = (event: FormEvent) => {
    event.preventDefault();
    const name = adding?.trim();
    if (!name || !start) return;
    let added = '';
    void actions
      .write(({ value }) => {
        added = freeId(idsOf(value, list), name);
        return [{ op: 'add', list, value: start(added, name) }];
      })
      .then((written) => {
        setAdding(undefined);
        if (written) actions.inspect(list, added);
      });
  };

  return (
    <section className="section" aria-label={title} data-list={list}>
      <h3>
        {title}
        {start && editable && adding === undefined && (
          <button
            type="button"
            className="icon-button"
            title={`Add a ${noun}`}
            aria-label={`Add a ${noun}`}
            data-add={list}
            onClick={() => setAdding('')}
          >
            <Glyph name="add" />
          </button>
        )}
      </h3>
      {entries.length === 0 && adding === undefined && <p className="quiet pad">None yet.</p>}
      <ul>
        {entries.map((entry) => {
          const id = elementId<ListName>(list, entry);
          return (
            <li key={id}>
              <button
                type="button"
                className="row"
                data-entry={elementKey(list, id)}
                onClick={() => actions.inspect(list, id)}
              >
                <span className="row-text">{entryTitle(list, entry)}</span>
                <Badges counts={(findings.get(elementKey(list, id)) ?? noFindings).counts} />
              </button>
            </li>
          );
        })}
      </ul>
      {adding !== undefined && (
        <form className="add-row" onSubmit={add}>
          <TextBox
            focused
            value={adding}
            label={`Name of the ${noun}`}
            placeholder={`Name of the ${noun}`}
            onText={setAdding}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              event.nativeEvent.stopPropagation();
              setAdding(undefined);
            }}
          />
          <Button submit disabled={adding.trim() === ''}>
            Add
          </Button>
        </form>
      )}
    </section>
  );
}
