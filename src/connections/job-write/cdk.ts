import { defineCdkConnection } from '../../kit/cdk';
import { connectionName, connectJob, isConnected, offerConnection } from '../glue-connections';
import { grantStore, jobOf, letIntoNetwork, offerTables, storeOf } from '../job-tables';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    const job = jobOf(view, 'output');
    const connected = isConnected(view, job, storeOf(view, 'output'));
    offerTables(view, 'output', connected ? { connection: connectionName(view) } : {});
    if (connected) offerConnection(view, job);
  },
  emit: (block) => {
    grantStore(block, 'output');
    letIntoNetwork(block, 'output');
    connectJob(block, jobOf(block, 'output'), storeOf(block, 'output'));
  },
});
