import * as z from 'zod';

export const config = z.strictObject({
  topicFilter: z
    .string()
    .regex(
      /^[A-Za-z0-9_+-]{1,40}([/][A-Za-z0-9_+-]{1,40}){0,6}([/]#)?$/,
      'write a topic, with "+" for one level and "#" at the end',
    )
    .optional()
    .meta({ title: 'Topic', description: 'Of the messages that rules take; "<data set>/#" when left out.' }),
  where: z
    .string()
    .regex(/^[A-Za-z0-9_.]{1,64} (=|<>|<|>|<=|>=) [0-9]{1,9}$/, 'compare a field with a number, as in charge < 20')
    .optional()
    .meta({ title: 'Condition', description: 'Which messages rules pass on; all when left out.' }),
});
