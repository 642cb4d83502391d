import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';

export const zeroEtl = defineFacts({
  /** Managed replication by source kind: the targets, and the engines where not every one has it. */
  pairs: {
    value: {
      aurora: {
        targets: ['redshift', 'redshift-serverless', 'opensearch', 'opensearch-serverless'],
        engines: ['mysql', 'postgresql'],
      },
      rds: { targets: ['redshift', 'redshift-serverless'], engines: ['mysql', 'postgresql', 'oracle'] },
      dynamodb: {
        targets: ['redshift', 'redshift-serverless', 'opensearch', 'opensearch-serverless'],
        engines: undefined,
      },
      documentdb: { targets: ['opensearch', 'opensearch-serverless'], engines: undefined },
    },
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/zero-etl-using.html',
    checked,
  },
  search: {
    value: ['opensearch', 'opensearch-serverless'],
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/configure-client-ddb.html',
    checked,
  },
});
