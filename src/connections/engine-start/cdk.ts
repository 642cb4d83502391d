import { defineCdkConnection } from '../../kit/cdk';
import { expression } from '../../kit/code';
import { nameIn } from '../../kit/workflow';
import { deliverTo } from '../deliver-to';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const name = names[block.to.kind];
    if (name) {
      block.grant();
      const [found] = block.design.access(block.to, name.action, { edge: block.edge });
      if (found)
        deliverTo(
          block,
          name.variable,
          name.after === undefined ? expression(found.arn) : nameIn(found.arn, name.after),
        );
      return;
    }
    if (block.to.kind !== 'athena') return block.grant();
    // A query runs with the permissions of who starts it: the function also reads the lake and writes the results.
    block.grant({
      more: [
        {
          role: 'function',
          holder: 'from',
          on: 'to',
          grant: 'role',
          actions: [
            'glue:GetDatabase',
            'glue:GetTable',
            'glue:GetPartitions',
            's3:GetObject',
            's3:ListBucket',
            's3:GetBucketLocation',
            's3:PutObject',
            's3:AbortMultipartUpload',
          ],
        },
      ],
    });
    deliverTo(block, 'ATHENA_WORKGROUP', block.to.part('WorkGroup').member('ref'));
  },
});

/** What the function finds in its environment, and in which ARN that stands. */
const names: Readonly<Record<string, { readonly variable: string; readonly action: string; readonly after?: string }>> =
  {
    'step-functions': { variable: 'STATE_MACHINE_ARN', action: 'states:StartExecution' },
    mwaa: { variable: 'AIRFLOW_ENVIRONMENT', action: 'airflow:PublishMetrics', after: ':environment/' },
    'glue-job': { variable: 'GLUE_JOB', action: 'glue:StartJobRun', after: ':job/' },
  };
