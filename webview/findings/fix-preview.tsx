import { useEffect, useId, useMemo, useRef } from 'react';
import type { PipelineDocument } from '../../src/model/document';
import { parseDocument } from '../../src/model/document';
import { applyEdits, type Edit } from '../../src/model/edit';
import { type ChangedElement, changeOf, type Mark } from '../../src/picture/change';
import { picture } from '../../src/picture/svg';
import { kinds } from '../catalog';
import { Glyph } from '../icon';
import { Button } from '../inspector/elements/button';

const marks: Readonly<Record<Mark, { readonly word: string; readonly glyph: string }>> = {
  added: { word: 'New', glyph: 'add' },
  changed: { word: 'Changed', glyph: 'edit' },
  removed: { word: 'Gone', glyph: 'remove' },
};
const nouns: Readonly<Record<string, string>> = { nodes: 'node', edges: 'edge', data: 'data set' };

interface FixPreviewProps {
  readonly document: PipelineDocument;
  readonly title: string;
  readonly edits: readonly Edit[];
  onApply(): void;
  onClose(): void;
}

/** What a refactoring would make of the design, before it is made. */
export function FixPreview({ document, title, edits, onApply, onClose }: FixPreviewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const { elements, address } = useMemo(() => preview(document, edits), [document, edits]);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="fix-preview" aria-labelledby={heading} data-fix-preview onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      {/* The words below say the same. */}
      <img src={address} alt="" />
      <ul>
        {elements.map(({ list, id, name, mark }) => (
          <li key={`${list}/${id}`} data-mark={mark} data-element={`${list}/${id}`}>
            <Glyph name={marks[mark].glyph} /> {marks[mark].word}: {name}{' '}
            <span className="quiet">{nouns[list] ?? list}</span>
          </li>
        ))}
      </ul>
      <div className="button-row">
        <Button glyph="check" data-apply onClick={onApply}>
          Apply
        </Button>
        <Button secondary data-cancel onClick={() => dialog.current?.close()}>
          Cancel
        </Button>
      </div>
    </dialog>
  );
}

function preview(
  document: PipelineDocument,
  edits: readonly Edit[],
): { elements: readonly ChangedElement[]; address: string } {
  const after = parseDocument(applyEdits(document, edits), kinds, document);
  const change = changeOf(document.value, after.value);
  const svg = picture(change.pipeline, { kinds, icon: () => undefined, marks: change.marks });
  return { elements: change.elements, address: `data:image/svg+xml,${encodeURIComponent(svg)}` };
}
