import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  qualityRules: z
    .array(z.string().max(2048))
    .default([])
    .meta({ title: 'Quality rules', description: 'Checked by a profile job; written in DataBrew itself.' }),
  masksPii: z
    .boolean()
    .default(false)
    .meta({ title: 'Drop personal data', description: 'Columns with personal data are taken out.' }),
  maxNodes: z.int().min(1).max(facts.nodesMax.value).default(5).meta({
    title: 'Most nodes',
    group: 'Capacity',
    source: facts.nodesMax.source,
  }),
});
