import { defineCdkConnection } from '../../kit/cdk';
import { databaseRoleSlot } from '../../kit/cdk-database';
import { iam, servicePrincipal } from '../../kit/cdk-modules';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, offer }) => {
    if (from.kind === 'aurora')
      offer(from, databaseRoleSlot, { feature: feature(from.config.engine), role: from.part('CallRole') });
  },
  emit: (block) => {
    const { from, to } = block;
    if (from.kind !== 'aurora') {
      block.grant();
      return block.advise(
        `Declare the function ${to.id} in ${from.id}: CREATE EXTERNAL FUNCTION … LAMBDA '<name of the function>' IAM_ROLE default.`,
      );
    }
    // One role calls all functions of a database, which takes one for the feature.
    const role = block.part(from, 'CallRole', iam.member('Role'), {
      assumedBy: servicePrincipal('rds.amazonaws.com'),
      description: `Calls functions for ${from.id}`.slice(0, 1000),
    });
    block.grant({ as: role });
    from.network().reach('lambda');
    block.advise(
      `Call ${to.id} from SQL in ${from.id}: ${from.config.engine === 'mysql' ? 'lambda_async or lambda_sync' : 'aws_lambda.invoke, of the extension aws_lambda'}.`,
    );
  },
});

/** PostgreSQL names the feature of the role, MySQL does not (Aurora User Guide, checked 2026-11-26). */
const feature = (engine: unknown): string => (engine === 'postgresql' ? 'Lambda' : '');
