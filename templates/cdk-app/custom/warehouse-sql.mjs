// Runs statements in a warehouse, one after the other, and waits for each: the deployment fails with the first that fails.
import { setTimeout as sleep } from 'node:timers/promises';
import { DescribeStatementCommand, ExecuteStatementCommand, RedshiftDataClient } from '@aws-sdk/client-redshift-data';

const data = new RedshiftDataClient({});

export async function handler(event) {
  const { Target, OnDelete = [], Statements = [] } = event.ResourceProperties;
  const id = event.PhysicalResourceId ?? `${event.LogicalResourceId}-sql`;
  try {
    for (const { Sql, UnlessExists } of event.RequestType === 'Delete' ? OnDelete : Statements)
      await run(Target, Sql, UnlessExists === 'true');
    await answer(event, id, { Status: 'SUCCESS' });
  } catch (error) {
    console.error(error);
    // What was never made can always be deleted.
    await answer(event, id, event.RequestType === 'Delete' ? { Status: 'SUCCESS' } : { Status: 'FAILED', Reason: String(error) });
  }
}

async function run(target, sql, unlessExists) {
  const { Id } = await data.send(new ExecuteStatementCommand({ ...target, Sql: sql }));
  for (;;) {
    const { Status, Error: reason } = await data.send(new DescribeStatementCommand({ Id }));
    if (Status === 'FINISHED') return;
    if (Status === 'FAILED' || Status === 'ABORTED') {
      if (unlessExists && /already (exists|added|in)/i.test(reason ?? '')) return;
      throw new Error(`${sql}: ${reason ?? Status}`);
    }
    await sleep(2000);
  }
}

async function answer(event, id, result) {
  const body = JSON.stringify({
    PhysicalResourceId: id,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    ...result,
  });
  await fetch(event.ResponseURL, { method: 'PUT', body, headers: { 'content-type': '' } });
}
