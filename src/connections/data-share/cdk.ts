import { defineCdkConnection } from '../../kit/cdk';
import { shareName } from '../../kit/cdk-warehouse';
import { template } from '../../kit/code';
import { namespaceId, runSql, sqlName } from '../warehouse-sql';
import { connection } from './connection';

/** Within an account nobody has to authorize a share: the producer grants it, and the consumer opens it as a database. */
export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    block.grant();
    if (from.id === to.id) return block.leaveOut('a warehouse has its own data already: nothing is shared');
    const share = shareName(from);
    const granted = runSql(
      block,
      from,
      'Share',
      [
        { sql: `CREATE DATASHARE ${share}`, unlessExists: true },
        { sql: `ALTER DATASHARE ${share} ADD SCHEMA public`, unlessExists: true },
        { sql: `ALTER DATASHARE ${share} ADD ALL TABLES IN SCHEMA public`, unlessExists: true },
        { sql: `ALTER DATASHARE ${share} SET INCLUDENEW = TRUE FOR SCHEMA public` },
        { sql: template(`GRANT USAGE ON DATASHARE ${share} TO NAMESPACE '`, namespaceId(to), "'") },
      ],
      { after: [to.part(to.kind === 'redshift-serverless' ? 'Workgroup' : 'Cluster')] },
    );
    runSql(
      block,
      to,
      'Shared',
      [
        {
          sql: template(
            `CREATE DATABASE ${sqlName(`${from.id}_shared`)} FROM DATASHARE ${share} OF NAMESPACE '`,
            namespaceId(from),
            "'",
          ),
          unlessExists: true,
        },
      ],
      { after: [granted] },
    );
    block.advise(
      `${to.id} sees the tables of ${from.id} as the database ${sqlName(`${from.id}_shared`)}: SELECT … FROM ${sqlName(`${from.id}_shared`)}.public.<table>.`,
    );
  },
});
