import { defineCdkConnection, type EdgeView } from '../../kit/cdk';
import { type PipeTarget, targetSlot } from '../../services/eventbridge-pipes/cdk';
import { delimiterSlot } from '../../services/firehose/cdk';
import { callerSlot } from '../../services/lambda/cdk';
import { procedureCall } from '../warehouse-procedure';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { from, to, offer } = view;
    offer(from, targetSlot, { id: to.id, kind: to.kind, ...targets[to.kind]!(view) });
    if (to.kind === 'lambda') offer(to, callerSlot, 'pipe');
    if (to.kind === 'firehose') offer(to, delimiterSlot, true);
  },
  emit: (block) => {
    const { from, to } = block;
    if (!isWarehouse(to.kind)) return block.grant();
    const { procedure, more } = procedureCall(block);
    block.grant({ more });
    block.advise(
      `Make the procedure ${procedure}() in ${to.id}: ${from.id} calls it for each record, by CALL ${procedure}().`,
    );
  },
});

const isWarehouse = (kind: string): boolean => kind === 'redshift' || kind === 'redshift-serverless';

/** By what it allows, not by what it is made of: kinds know their own ARNs. */
const arnOf = ({ design, to, edge }: EdgeView, action: string) => design.access(to, action, { edge })[0]?.arn ?? '*';

const toWarehouse = (view: EdgeView): Omit<PipeTarget, 'id' | 'kind'> => {
  const { database, secretManagerArn, sql, statementName } = procedureCall(view);
  return {
    arn: arnOf(view, 'redshift-data:ExecuteStatement'),
    unwraps: false,
    parameters: () => ({ redshiftDataParameters: { database, secretManagerArn, sqls: [sql], statementName } }),
  };
};

const targets: Readonly<Record<string, (view: EdgeView) => Omit<PipeTarget, 'id' | 'kind'>>> = {
  lambda: ({ to }) => ({
    arn: to.part('Function').member('functionArn'),
    unwraps: false,
    parameters: () => ({ lambdaFunctionParameters: { invocationType: 'REQUEST_RESPONSE' } }),
  }),
  'step-functions': (view) => ({
    arn: arnOf(view, 'states:StartExecution'),
    unwraps: true,
    parameters: () => ({ stepFunctionStateMachineParameters: { invocationType: 'FIRE_AND_FORGET' } }),
  }),
  firehose: ({ to }) => ({
    arn: to.part('Stream').member('attrArn'),
    unwraps: true,
    parameters: () => ({}),
  }),
  'kinesis-data-streams': ({ to, edge }) => ({
    arn: to.part('Stream').member('streamArn'),
    unwraps: true,
    parameters: ({ path, key }) => ({
      kinesisStreamParameters: { partitionKey: keyColumn(to.config.partitionKey, path) ?? key ?? edge.id },
    }),
  }),
  redshift: toWarehouse,
  'redshift-serverless': toWarehouse,
};

/** Records with the same value of the key column stay in order. */
function keyColumn(key: unknown, path: string): string | undefined {
  const column = typeof key === 'object' && key !== null && 'column' in key ? String(key.column) : '';
  return /^[A-Za-z_]\w*$/.test(column) ? `${path}.${column}` : undefined;
}
