import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  content: z.enum(['credentials', 'api-key', 'outside']).default('credentials').meta({
    title: 'Content',
    group: 'Secret',
    description:
      'A user name with a generated password, a generated key, or what somebody else issued and a person enters after the deployment.',
  }),
  username: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_]{0,15}$/, 'use up to 16 letters, digits and "_", a letter first')
    .default('pipeline')
    .meta({ title: 'User name', group: 'Secret', description: 'Of credentials.' }),
  passwordLength: z
    .int()
    .min(facts.passwordLength.value.min)
    .max(facts.passwordLength.value.max)
    .default(facts.passwordLength.value.usual)
    .meta({ title: 'Length', unit: 'characters', group: 'Secret', source: facts.passwordLength.source }),
  punctuation: z.boolean().default(false).meta({
    title: 'Punctuation',
    group: 'Secret',
    description: 'Several databases refuse some of these characters in passwords.',
    advanced: true,
  }),
  name: z
    .string()
    .regex(/^[A-Za-z0-9/_+=.@]{1,256}$/, 'use letters, digits and /_+=.@')
    .optional()
    .meta({
      title: 'Name',
      group: 'Secret',
      description: 'Chosen by AWS when left out.',
      source: facts.nameMaxLength.source,
      advanced: true,
    }),
});
