import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { iam, servicePrincipal } from '../../kit/cdk-modules';
import { readFolders } from '../read-folders';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    const prefixes = readFolders(block);
    if (!loaders.has(to.kind)) {
      block.grant({ prefixes });
      if (to.kind === 'dynamodb')
        return block.advise(
          `\`aws dynamodb import-table\` makes a new table of the files in ${from.id}: an import never goes into a table that exists, such as ${to.id}.`,
        );
      return block.leaveOut(`${to.id} reads no files: draw a function or a job between it and ${from.id}`);
    }
    const feature = featureOf(block);
    if (feature === undefined)
      return block.leaveOut(`this engine loads no files from a bucket: draw a job between ${from.id} and ${to.id}`);
    // One role reads for all edges of a database, which takes one for the feature.
    const role = block.part(to, 'ImportRole', iam.member('Role'), {
      assumedBy: servicePrincipal('rds.amazonaws.com'),
      description: `Reads files for ${to.id}`.slice(0, 1000),
    });
    block.grant({ prefixes, as: role });
    block.assign(to.part(to.kind === 'rds' ? 'Instance' : 'Cluster').member('associatedRoles'), [
      { roleArn: role.member('roleArn'), featureName: feature === '' ? undefined : feature },
    ]);
    block.advise(`Load files of ${from.id} into ${to.id} with ${commandOf(block)}.`);
  },
});

/** Databases that read a bucket themselves, under a role that is associated with them. */
const loaders: ReadonlySet<string> = new Set(['aurora', 'rds', 'neptune']);

/** Name of the feature that the role is for (User Guides of RDS, Aurora and Neptune, checked 2026-11-26); empty when it needs none. */
function featureOf({ to }: EdgeBlock): string | undefined {
  if (to.kind === 'neptune') return '';
  const engine = String(to.config.engine);
  if (engine === 'postgresql') return 's3Import';
  if (to.kind === 'aurora') return '';
  return { oracle: 'S3_INTEGRATION', sqlserver: 'S3_INTEGRATION' }[engine];
}

function commandOf({ to }: EdgeBlock): string {
  if (to.kind === 'neptune') return 'its bulk loader (`POST /loader`)';
  return to.config.engine === 'postgresql'
    ? '`aws_s3.table_import_from_s3`'
    : '`LOAD DATA FROM S3` or its native restore';
}
