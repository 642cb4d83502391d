import { defineCdkConnection } from '../../kit/cdk';
import { lakeSlot } from '../../services/athena/cdk';
import { layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ design, edge, from, to, data, offer }) =>
    offer(to, lakeSlot, {
      view: from,
      prefixes: edge.prefix === undefined ? data.map((set) => layoutOf(design, from, set).folder) : [edge.prefix],
    }),
  emit: (block) => {
    const { design, edge, from, data } = block;
    // Whoever asks also writes the results and reads them back.
    const results = {
      role: 'querying role',
      holder: 'outside',
      on: 'to',
      grant: 'role',
      actions: ['s3:AbortMultipartUpload', 's3:GetBucketLocation', 's3:GetObject', 's3:PutObject'],
    } as const;
    block.grant({
      prefixes: edge.prefix === undefined ? data.map((set) => layoutOf(design, from, set).folder) : [edge.prefix],
      more: [results],
    });
  },
});
