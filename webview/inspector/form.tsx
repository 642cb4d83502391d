import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { ElementRef } from '../../src/model/edit';
import { knownField } from '../../src/model/field';
import { type Json, type JsonPath, valueAt } from '../../src/model/json';
import type { Entries, ListName, Pipeline, ReferenceTarget } from '../../src/model/vocabulary';
import { useCanvas, useCanvasState } from '../canvas-context';
import { severityGlyphs } from '../findings/badges';
import type { FindingItem } from '../findings/findings';
import { Glyph } from '../icon';
import { isEditable } from '../session/state';
import { Fold } from './elements/fold';
import { FieldControl } from './fields/control';
import { byGroup, type Field, fieldEdits, printValue } from './form-model';
import { graphOf } from './graph-of';

/** What is written where a field is empty: its default, or what follows from other fields. */
export interface Hint {
  readonly from: 'default' | 'derived';
  readonly text: string;
}

export interface FormContextValue {
  readonly editable: boolean;
  /** @param path from the element. Undefined takes the field out. */
  commit(path: JsonPath, value: Json | undefined): Promise<boolean>;
  hint(path: JsonPath, field: Field): Hint | undefined;
  options(target: ReferenceTarget): readonly { readonly id: string; readonly label: string }[];
  readonly findings: readonly FindingItem[];
}

const FormContext = createContext<FormContextValue | undefined>(undefined);

export function useForm(): FormContextValue {
  const form = useContext(FormContext);
  if (!form) throw new Error('useForm: no form around this field');
  return form;
}

interface FormProps {
  readonly pipeline: Pipeline;
  readonly element: ElementRef;
  /** The entry, or the whole design for its own fields. */
  readonly root: object;
  readonly findings: readonly FindingItem[];
  readonly children: ReactNode;
}

/** Everything in it edits one element of the design. */
export function Form({ pipeline, element, root, findings, children }: FormProps) {
  const { actions } = useCanvas();
  const editable = useCanvasState(isEditable);
  const value = useMemo<FormContextValue>(
    () => ({
      editable,
      findings,
      commit: (path, next) => {
        const edits = fieldEdits(element, root, path, next);
        return edits.length === 0 ? Promise.resolve(true) : actions.write(() => edits);
      },
      hint: (path, field) => {
        const ofDesign = element.list === 'design';
        if (ofDesign && path[0] !== 'architecture') return undefined;
        // Items of lists are not looked up: their fields have the defaults of the schema only.
        const known = path.some((step) => typeof step === 'number')
          ? undefined
          : knownField(graphOf(pipeline), ofDesign ? pipeline.architecture : root, ofDesign ? path.slice(1) : path);
        if (known?.value === undefined)
          return field.fallback === undefined ? undefined : { from: 'default', text: printValue(field.fallback) };
        return { from: known.from === 'declared' ? 'derived' : 'default', text: printValue(known.value) };
      },
      options: (target) => optionsOf(pipeline, target),
    }),
    [actions, editable, element, findings, pipeline, root],
  );
  return <FormContext value={value}>{children}</FormContext>;
}

/** Within it, values go somewhere else than to the document: to an item that is not complete yet. */
export function FormScope({
  commit,
  children,
}: {
  readonly commit: FormContextValue['commit'];
  readonly children: ReactNode;
}) {
  const outer = useForm();
  return <FormContext value={{ ...outer, commit }}>{children}</FormContext>;
}

function optionsOf(pipeline: Pipeline, target: ReferenceTarget): { id: string; label: string }[] {
  const kind = target.startsWith('node:') ? target.slice('node:'.length) : undefined;
  const list = kind === undefined ? (target as Exclude<ListName, 'suppressions'>) : 'nodes';
  const entries = pipeline[list] as readonly { id?: string; kind?: string; label?: string; name?: string }[];
  return entries.flatMap((entry) =>
    entry.id !== undefined && (kind === undefined || entry.kind === kind)
      ? [{ id: entry.id, label: entry.label ?? entry.name ?? entry.id }]
      : [],
  );
}

export function entryTitle(list: ListName, entry: Entries[ListName]): string {
  const { label, name, rule, persona, node, id, text } = entry as {
    label?: string;
    name?: string;
    rule?: string;
    persona?: string;
    node?: string;
    id?: string;
    text?: string;
  };
  return (
    label ||
    name ||
    (list === 'notes' ? text : undefined) ||
    rule ||
    (persona && node ? `${persona}: ${node}` : undefined) ||
    id ||
    list
  );
}

interface FieldsProps {
  readonly fields: readonly Field[];
  /** Where the fields stand in the element. */
  readonly base: JsonPath;
  /** The value that holds them. */
  readonly owner: unknown;
  /** Whether headings may be folded, and start so unless something below them is set. */
  readonly folded?: boolean;
}

/** Fields under their headings; those that nobody changes every day are behind "More". */
export function Fields({ fields, base, owner, folded }: FieldsProps) {
  const common = fields.filter(({ advanced, key }) => !advanced || valueAt(owner, [key]) !== undefined);
  const advanced = fields.filter((field) => !common.includes(field));
  const row = (field: Field) => (
    <FieldRow key={field.key} field={field} path={[...base, field.key]} value={valueAt(owner, [field.key])} />
  );
  return (
    <>
      {byGroup(common).map(({ group, fields: inner }) => {
        if (group === undefined) return <div key="">{inner.map(row)}</div>;
        const set = inner.filter(({ key }) => valueAt(owner, [key]) !== undefined).length;
        return (
          <Fold key={group} name={group} heading={group} count={set} open={!folded || set > 0}>
            {inner.map(row)}
          </Fold>
        );
      })}
      {advanced.length > 0 && (
        <Fold name="more" heading="More" open={false}>
          {advanced.map(row)}
        </Fold>
      )}
    </>
  );
}

const wide: ReadonlySet<string> = new Set(['object', 'objects']);

export function FieldRow({
  field,
  path,
  value,
}: {
  readonly field: Field;
  readonly path: JsonPath;
  readonly value: unknown;
}) {
  const { findings } = useForm();
  const name = path.join('.');
  const id = `field-${name}`;
  const here = findings.filter((item) => item.field.join('.') === name);
  const found = here.map(({ message }) => message).join(' ');
  const mark = here[0] && (
    <span className={`field-mark badge-${here[0].severity}`} title={here.map(({ message }) => message).join('\n')}>
      <Glyph name={severityGlyphs[here[0].severity]} />
      <span className="visually-hidden">{found}</span>
    </span>
  );
  if (wide.has(field.widget.type)) {
    return (
      <fieldset className="field field-wide" data-field={name}>
        <legend>
          {field.title} {mark}
        </legend>
        {field.help && <p className="help">{field.help}</p>}
        <FieldControl id={id} field={field} path={path} value={value} description={undefined} />
      </fieldset>
    );
  }
  return (
    <div className={`field${value === undefined ? '' : ' field-set'}`} data-field={name}>
      <label htmlFor={id}>
        {field.title}
        {field.required && <span className="required"> (required)</span>} {mark}
      </label>
      <FieldControl
        id={id}
        field={field}
        path={path}
        value={value}
        description={`${found} ${field.help ?? ''}`.trim()}
      />
      {field.help && <p className="help">{field.help}</p>}
    </div>
  );
}
