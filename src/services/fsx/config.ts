import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  fileSystemType: z
    .enum(['LUSTRE', 'OPENZFS'])
    .default('LUSTRE')
    .meta({ title: 'File system', description: 'Lustre for many machines that compute, OpenZFS for shares.' }),
  storageGiB: z
    .literal(facts.lustreGiB.value)
    .default(1200)
    .meta({ title: 'Size', unit: 'GiB', source: facts.lustreGiB.source }),
});
