import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  securityPolicy: z.enum(facts.securityPolicies.value).default(facts.securityPolicies.value[1]).meta({
    title: 'Security policy',
    description: 'Ciphers that clients may use.',
    source: facts.securityPolicies.source,
  }),
  users: z
    .array(
      z.string().regex(/^[a-zA-Z0-9_][a-zA-Z0-9_@.-]{2,99}$/, 'use 3 to 100 letters, digits, "_", "@", "." and "-"'),
    )
    .default([])
    .meta({ title: 'Users', description: 'Each has a folder of its own; one named "partner" when left out.' }),
});
