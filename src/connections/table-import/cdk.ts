import { defineCdkConnection, type EdgeBlock, type EdgeView } from '../../kit/cdk';
import { databaseRoleSlot } from '../../kit/cdk-database';
import { iam, servicePrincipal } from '../../kit/cdk-modules';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const feature = featureOf(view);
    if (feature !== undefined) view.offer(view.to, databaseRoleSlot, { feature, role: view.to.part('ImportRole') });
  },
  emit: (block) => {
    const { from, to } = block;
    const prefixes = edgeFolders(block, from);
    if (!loaders.has(to.kind)) {
      block.grant({ prefixes });
      if (to.kind === 'dynamodb')
        return block.advise(
          `\`aws dynamodb import-table\` makes a new table of the files in ${from.id}: an import never goes into a table that exists, such as ${to.id}.`,
        );
      return block.leaveOut(`${to.id} reads no files: draw a function or a job between it and ${from.id}`);
    }
    if (featureOf(block) === undefined)
      return block.leaveOut(`this engine loads no files from a bucket: draw a job between ${from.id} and ${to.id}`);
    // One role reads for all edges of a database, which takes one for the feature.
    const role = block.part(to, 'ImportRole', iam.member('Role'), {
      assumedBy: servicePrincipal('rds.amazonaws.com'),
      description: `Reads files for ${to.id}`.slice(0, 1000),
    });
    block.grant({ prefixes, as: role });
    block.advise(`Load files of ${from.id} into ${to.id} with ${commandOf(block)}.`);
  },
});

/** Databases that read a bucket themselves, under a role that is associated with them. */
const loaders: ReadonlySet<string> = new Set(['aurora', 'rds', 'neptune']);

/** Name of the feature that the role is for (User Guides of RDS, Aurora and Neptune, checked 2026-11-26); empty when it needs none. */
function featureOf({ to }: EdgeView): string | undefined {
  if (!loaders.has(to.kind)) return undefined;
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
