import { defineConnection } from '../../kit/connection';

export const connection = defineConnection({
  mechanism: 'data-subscription',
  summary: 'Revisions of a subscribed data product arrive.',
  pairs: [
    {
      from: 'source.third-party',
      to: 'data-exchange',
      way: 'native',
      pattern: 'subscribed product',
      permissions: [
        {
          role: 'subscriber',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['dataexchange:ListDataSets', 'dataexchange:GetDataSet', 'dataexchange:ListRevisionAssets'],
        },
      ],
    },
    {
      from: 'data-exchange',
      to: 's3',
      way: 'native',
      pattern: 'export job, or automatic export of revisions',
      permissions: [
        {
          role: 'subscriber',
          holder: 'outside',
          on: 'from',
          grant: 'role',
          actions: ['dataexchange:CreateJob', 'dataexchange:StartJob', 'dataexchange:GetJob'],
        },
        {
          role: 'subscriber',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['s3:PutObject', 's3:PutObjectAcl'],
        },
      ],
    },
    {
      from: 'data-exchange',
      to: 'redshift',
      way: 'native',
      pattern: 'data share (tables)',
      permissions: [
        {
          role: 'subscriber',
          holder: 'outside',
          on: 'to',
          grant: 'role',
          actions: ['redshift:AssociateDataShareConsumer'],
        },
      ],
    },
    {
      from: 'data-exchange',
      to: 'api-gateway',
      way: 'native',
      pattern: 'API product',
      permissions: [
        { role: 'caller', holder: 'outside', on: 'from', grant: 'role', actions: ['dataexchange:SendApiAsset'] },
      ],
    },
  ],
});
