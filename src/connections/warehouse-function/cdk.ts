import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { template } from '../../kit/code';
import { callerSlot } from '../../services/lambda/cdk';
import { iamRole, runSql, sqlName } from '../warehouse-sql';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer, hand }) => {
    if (from.kind !== 'aurora') return offer(to, callerSlot, 'udf');
    // In PostgreSQL a role serves one feature; in MySQL a parameter names it.
    const feature = engineOf(from.config) === 'postgresql' ? { featureName: 'Lambda' } : {};
    hand(from, 'Cluster', { associatedRoles: [{ roleArn: from.role().member('roleArn'), ...feature }] });
  },
  emit: (block) => {
    block.grant();
    if (block.from.kind === 'aurora') return fromDatabase(block);
    const { from, to } = block;
    const name = sqlName(to.id);
    runSql(
      block,
      from,
      'Function',
      [
        {
          sql: template(
            `CREATE OR REPLACE EXTERNAL FUNCTION public.${name}(VARCHAR) RETURNS VARCHAR VOLATILE LAMBDA '`,
            to.part('Function').member('functionName'),
            "' ",
            iamRole(from.role()),
          ),
        },
      ],
      { after: [to.part('Function')] },
    );
    block.advise(
      `SQL in ${from.id} calls ${to.id} as public.${name}(text), which gives text back. Other arguments take another CREATE EXTERNAL FUNCTION.`,
    );
  },
});

const engineOf = (config: object): unknown => ('engine' in config ? config.engine : undefined);

function fromDatabase({ from, to, advise }: EdgeBlock): void {
  advise(
    engineOf(from.config) === 'postgresql'
      ? `Let SQL in ${from.id} call ${to.id}: CREATE EXTENSION IF NOT EXISTS aws_lambda CASCADE, then SELECT * FROM aws_lambda.invoke('<ARN of ${to.id}>', '{}'::json).`
      : `Let SQL in ${from.id} call ${to.id}: set the parameter aws_default_lambda_role of the cluster to the role of ${from.id}, then SELECT lambda_async('<ARN of ${to.id}>', '{}').`,
  );
}
