import * as z from 'zod';

export const config = z.strictObject({
  autoExport: z
    .boolean()
    .default(false)
    .meta({ title: 'Export new revisions', description: 'Into the bucket that follows, as they are published.' }),
  dataSetId: z
    .string()
    .regex(/^[a-z0-9]{30,36}$/, 'use the id that Data Exchange shows for the data set')
    .optional()
    .meta({ title: 'Data set', description: 'Id of the entitled data set; a parameter of the stack when left out.' }),
});
