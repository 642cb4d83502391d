import { dataProfiles, missingFields } from '../../src/kit/data-profiles';
import type { Edit } from '../../src/model/edit';
import type { Json } from '../../src/model/json';
import type { DataSet } from '../../src/model/vocabulary';
import { useCanvas } from '../canvas-context';
import { Select } from './elements/select';

/** Fills what a data set does not declare yet from the profile of common data; one step of undo. */
export function ProfileFiller({ data }: { readonly data: DataSet }) {
  const { actions } = useCanvas();
  const fill = (id: string) => {
    const profile = dataProfiles.find((candidate) => candidate.id === id);
    if (!profile) return;
    const edits = Object.entries(missingFields(data, profile)).map(
      ([field, value]): Edit => ({
        op: 'set',
        element: { list: 'data', id: data.id },
        path: [field],
        value: value as Json,
      }),
    );
    if (edits.length > 0) void actions.write(() => edits);
  };
  return (
    <div className="field" data-field="fill-from-profile">
      <Select
        label="Fill what is missing from a profile"
        value=""
        disabled={dataProfiles.every((profile) => Object.keys(missingFields(data, profile)).length === 0)}
        options={[
          { value: '', label: 'Fill from a profile…' },
          ...dataProfiles.map(({ id, label, description }) => ({ value: id, label: `${label}: ${description}` })),
        ]}
        onChoose={fill}
      />
    </div>
  );
}
