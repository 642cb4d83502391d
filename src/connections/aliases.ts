import type { Alias } from '../kit/connection';

/**
 * Kinds that join others as a sibling does: the rows of the sibling hold for them unless the matrix lists a row of their
 * own. Actions are translated to those of their own service.
 */
export const aliases: readonly Alias[] = [
  {
    kind: 'redshift-serverless',
    like: 'redshift',
    actions: {
      'redshift:GetClusterCredentials': 'redshift-serverless:GetCredentials',
      'redshift:GetClusterCredentialsWithIAM': 'redshift-serverless:GetCredentials',
      'redshift:DescribeClusters': 'redshift-serverless:GetWorkgroup',
    },
  },
  {
    kind: 'opensearch-serverless',
    like: 'opensearch',
    actions: {
      'es:ESHttpGet': 'aoss:APIAccessAll',
      'es:ESHttpHead': 'aoss:APIAccessAll',
      'es:ESHttpPost': 'aoss:APIAccessAll',
      'es:ESHttpPut': 'aoss:APIAccessAll',
      'es:ESHttpDelete': 'aoss:APIAccessAll',
      'es:DescribeDomain': 'aoss:BatchGetCollection',
    },
  },
  // Airflow starts what a state machine starts; who starts Airflow itself has rows of its own.
  { kind: 'mwaa', like: 'step-functions', only: 'from', actions: {} },
];
