import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { databaseRoleSlot } from '../../kit/cdk-database';
import { iam, servicePrincipal } from '../../kit/cdk-modules';
import { sqlName } from '../../kit/cdk-warehouse';
import { template } from '../../kit/code';
import { callerSlot } from '../../services/lambda/cdk';
import { iamRole, runSql } from '../warehouse-sql';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer }) => {
    if (from.kind === 'aurora')
      offer(from, databaseRoleSlot, { feature: feature(from.config.engine), role: from.part('CallRole') });
    else offer(to, callerSlot, 'udf');
  },
  emit: (block) => (block.from.kind === 'aurora' ? fromDatabase(block) : fromWarehouse(block)),
});

/** PostgreSQL names the feature of the role, MySQL does not (Aurora User Guide, checked 2026-11-26). */
const feature = (engine: unknown): string => (engine === 'postgresql' ? 'Lambda' : '');

function fromDatabase(block: EdgeBlock): void {
  const { from, to } = block;
  // One role calls all functions of a database, which takes one for the feature.
  const role = block.part(from, 'CallRole', iam.member('Role'), {
    assumedBy: servicePrincipal('rds.amazonaws.com'),
    description: `Calls functions for ${from.id}`.slice(0, 1000),
  });
  block.grant({ as: role });
  from.network().reach('lambda');
  block.advise(
    from.config.engine === 'mysql'
      ? `Let SQL in ${from.id} call ${to.id}: set the parameter aws_default_lambda_role of the cluster to the role CallRole of ${from.id}, then use lambda_async or lambda_sync.`
      : `Let SQL in ${from.id} call ${to.id}: CREATE EXTENSION IF NOT EXISTS aws_lambda CASCADE, then aws_lambda.invoke.`,
  );
}

function fromWarehouse(block: EdgeBlock): void {
  const { from, to } = block;
  block.grant();
  const name = sqlName(to.id);
  const declaration = template(
    `CREATE OR REPLACE EXTERNAL FUNCTION public.${name}(VARCHAR) RETURNS VARCHAR VOLATILE LAMBDA '`,
    to.part('Function').member('functionName'),
    "' ",
    iamRole(from.role()),
  );
  runSql(block, from, 'Function', [{ sql: declaration }], { after: [to.part('Function')] });
  block.advise(
    `SQL in ${from.id} calls ${to.id} as public.${name}(text), which gives text back. Other arguments take another CREATE EXTERNAL FUNCTION.`,
  );
}
