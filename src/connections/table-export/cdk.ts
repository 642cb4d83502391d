import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { iam, servicePrincipal } from '../../kit/cdk-modules';
import { parameterName } from '../../kit/cdk-names';
import type { Expression } from '../../kit/code';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

/** Exports are started by an operator or a schedule: no service has a property that makes it export by itself. */
export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    const prefixes = edgeFolders(block, to);
    const service = exporters[from.kind];
    if (service === undefined) {
      block.grant({ prefixes });
      return block.advise(`Start the export of ${from.id} to ${to.id} with ${starts[from.kind] ?? 'its own tool'}.`);
    }
    const role = exportRole(block, service);
    block.grant({ prefixes, as: role });
    const output = `${parameterName(block.edge.id)}ExportRoleArn`;
    block.output(output, role.member('roleArn'));
    block.advise(
      `Start the export of ${from.id} to ${to.id} with ${starts[from.kind]}, under the role of the output ${output}.`,
    );
  },
});

/** Who writes an export, where the service does it under a role of its own. */
const exporters: Readonly<Record<string, string>> = {
  aurora: 'export.rds.amazonaws.com',
  rds: 'export.rds.amazonaws.com',
  opensearch: 'es.amazonaws.com',
};

const starts: Readonly<Record<string, string>> = {
  dynamodb: '`aws dynamodb export-table-to-point-in-time` (the table needs point-in-time recovery)',
  aurora: '`aws rds start-export-task`',
  rds: '`aws rds start-export-task`',
  opensearch: 'a snapshot repository of type s3 (`PUT _snapshot/<name>`)',
  neptune: 'the neptune-export service or a job',
  elasticache: '`aws elasticache copy-snapshot`',
};

const exportRole = (block: EdgeBlock, service: string): Expression =>
  block.construct(block.from, 'ExportRole', iam.member('Role'), {
    assumedBy: servicePrincipal(service),
    description: `Writes the exports of ${block.from.id}`.slice(0, 1000),
  });
