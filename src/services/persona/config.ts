import * as z from 'zod';

export const config = z.strictObject({
  persona: z.string().optional().meta({
    title: 'Persona',
    references: 'personas',
    description: 'The entry of "personas" that this node stands for.',
  }),
});
