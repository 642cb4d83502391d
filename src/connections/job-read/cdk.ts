import { defineCdkConnection } from '../../kit/cdk';
import { connectionName, connectJob, isConnected, offerConnection } from '../glue-connections';
import { grantStore, jobOf, letIntoNetwork, offerTables, storeOf } from '../job-tables';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const job = jobOf(view, 'input');
    const connected = isConnected(view, job, storeOf(view, 'input'));
    offerTables(view, 'input', connected ? { connection: connectionName(view) } : {});
    if (connected) offerConnection(view, job);
  },
  emit: (block) => {
    grantStore(block, 'input');
    letIntoNetwork(block, 'input');
    connectJob(block, jobOf(block, 'input'), storeOf(block, 'input'));
  },
});
