import { useMemo } from 'react';
import type * as z from 'zod';
import type { PipelineDocument } from '../../src/model/document';
import type { ElementRef } from '../../src/model/edit';
import { removeElements } from '../../src/model/operations';
import { type DataSet, type Entries, type ListName, listSchemas } from '../../src/model/vocabulary';
import { useCanvas, useCanvasState, useFindings } from '../canvas-context';
import { kinds } from '../catalog';
import { Glyph } from '../icon';
import { isEditable } from '../session/state';
import { FindingsList } from './findings-list';
import { entryTitle, Fields, Form } from './form';
import { formOf } from './form-model';
import { ProfileFiller } from './profile-filler';
import { WaitingList } from './waiting-list';

interface EntryPanelProps {
  readonly document: PipelineDocument;
  readonly list: ListName;
  readonly id: string;
  readonly entry: Entries[ListName];
}

/** An entry that is not drawn: a data set, a persona, a group, a role and so on. */
export function EntryPanel({ document, list, id, entry }: EntryPanelProps) {
  const { actions, host } = useCanvas();
  const editable = useCanvasState(isEditable);
  const { items } = useFindings(list, id);
  const element = useMemo<ElementRef>(() => ({ list, id }), [list, id]);
  const schema: z.ZodObject = listSchemas[list];
  const fields = formOf(schema).filter(({ key }) => key !== 'id' && key !== 'position');
  return (
    <Form pipeline={document.value} element={element} root={entry} findings={items}>
      <div className="head">
        <div>
          <strong className="head-title">{entryTitle(list, entry)}</strong>
          <code className="head-id">{id}</code>
        </div>
      </div>
      <p className="quiet pad">{schema.meta()?.description}</p>
      <div className="button-row pad">
        <button type="button" className="link" onClick={() => host.revealText({ element })}>
          <Glyph name="go-to-file" /> Text
        </button>
        {editable && (
          <button
            type="button"
            className="link"
            data-remove
            onClick={() =>
              void actions
                .write(({ value }) => removeElements(value, kinds, [{ list, id }]))
                .then((written) => {
                  if (written) actions.clearSelection();
                })
            }
          >
            <Glyph name="trash" /> Delete
          </button>
        )}
      </div>
      <FindingsList items={items} />
      <WaitingList owner={`${list}/${id}`} schema={schema} />
      {list === 'data' && editable && <ProfileFiller data={entry as DataSet} />}
      <section className="section" aria-label="Fields">
        <Fields fields={fields} base={[]} owner={entry} />
      </section>
    </Form>
  );
}
