import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'data-share',
  summary: 'A warehouse shares live data with another.',
  pairs: [
    {
      from: 'redshift',
      to: 'redshift',
      way: 'native',
      pattern: 'data share',
      permissions: [
        { role: 'producer', holder: 'outside', on: 'to', grant: 'role', actions: ['redshift:AuthorizeDataShare'] },
      ],
    },
  ],
});
