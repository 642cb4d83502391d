import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const monitoring = defineFacts({
  /** Kinds that search and alert while data comes in. */
  watchers: {
    value: ['opensearch', 'opensearch-serverless', 'cloudwatch'],
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
    checked,
  },
  /** Logs that are needed sooner are watched live: a refresh or a load takes about as long. */
  liveSeconds: {
    value: 60,
    unit: 's',
    source: 'https://docs.aws.amazon.com/quicksight/latest/user/refreshing-imported-data.html',
    checked,
  },
  /** From this age on data is a report, whoever looks at it. */
  reportSeconds: {
    value: 3600,
    unit: 's',
    source: 'https://docs.aws.amazon.com/quicksight/latest/user/refreshing-imported-data.html',
    checked,
  },
});
