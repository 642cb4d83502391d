import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'service-event',
  summary: 'A service reports what happened to the default event bus.',
  pairs: [
    {
      from: 'glue-crawler',
      to: 'eventbridge',
      way: 'native',
      pattern: 'crawler state-change events on the default bus',
    },
    { from: 's3', to: 'eventbridge', way: 'native', pattern: 'bucket events on the default bus' },
    { from: 'glue-data-quality', to: 'eventbridge', way: 'native', pattern: 'result event' },
    { from: 'macie', to: 'eventbridge', way: 'native', pattern: 'finding events on the default bus' },
  ],
});
