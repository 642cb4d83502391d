import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'static-site',
  summary: 'The site that visitors load.',
  pairs: [{ from: 's3', to: 'source.web', way: 'native', pattern: 'the static site that visitors load' }],
});
