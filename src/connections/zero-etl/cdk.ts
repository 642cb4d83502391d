import { defineCdkConnection, type EdgeView, viewAs } from '../../kit/cdk';
import { changeLogSlot } from '../../kit/cdk-database';
import { onlyFor, rds, redshift, servicePrincipal } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { inboundSlot } from '../../kit/cdk-warehouse';
import type { Code } from '../../kit/code';
import { service as dynamodb } from '../../services/dynamodb/service';
import { namespaceArn } from '../warehouse-sql';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const { edge, from, to, offer } = view;
    if (lacking(view) !== undefined) return;
    offer(to, inboundSlot, { sourceArn: sourceArn(view) });
    if (from.kind !== 'dynamodb') offer(from, changeLogSlot, edge.id);
  },
  emit: (block) => {
    const { design, edge, from, to } = block;
    block.grant();
    const missing = lacking(block);
    if (missing !== undefined) return block.leaveOut(missing);
    // The service exports the table, and reads its changes by further exports.
    if (from.kind === 'dynamodb')
      block.allowOn(from.part('Table'), {
        principals: [servicePrincipal('redshift.amazonaws.com')],
        actions: ['dynamodb:DescribeTable', 'dynamodb:ExportTableToPointInTime'],
        resources: ['*'],
        conditions: onlyFor(),
      });
    const type = from.kind === 'dynamodb' ? redshift : rds;
    block.construct(to, 'Integration', type.member('CfnIntegration'), {
      integrationName: nameInStack(edge.id, 63),
      sourceArn: sourceArn(block),
      targetArn: namespaceArn(design, to),
      kmsKeyId: to.key()?.member('keyArn'),
    });
    block.advise(
      `Make a database in ${to.id} from the integration of edge ${edge.id}: CREATE DATABASE … FROM INTEGRATION '<id>'. The warehouse needs case-sensitive identifiers (enable_case_sensitive_identifier).`,
    );
  },
});

const sourceArn = ({ from }: EdgeView): Code => {
  if (from.kind === 'dynamodb') return from.part('Table').member('tableArn');
  return from.kind === 'aurora'
    ? from.part('Cluster').member('attrDbClusterArn')
    : from.part('Instance').member('attrDbInstanceArn');
};

/** Engines that have zero-ETL integrations (User Guides of Aurora and RDS, checked 2026-11-26). */
const engines: ReadonlySet<string> = new Set(['mysql', 'postgresql']);

/** Why there can be no integration; undefined when there can. */
function lacking({ from }: EdgeView): string | undefined {
  const table = viewAs(from, dynamodb);
  if (table) {
    return table.config.pitr
      ? undefined
      : `an integration needs point-in-time recovery of ${from.id} (config.pitr): until then load it with COPY`;
  }
  return engines.has(String(from.config.engine))
    ? undefined
    : `there is no integration for ${String(from.config.engine)}: replicate ${from.id} with DMS`;
}
