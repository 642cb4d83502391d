import { deliver } from './deliver.mjs';

/**
 * Called with a batch of a data stream: passes the records on. Yours to change.
 * What fails is tried again from the first failed record, so that no record is lost and order holds.
 */
export async function handler(event) {
  const batchItemFailures = [];
  for (const { kinesis } of event.Records) {
    try {
      await deliver([Buffer.from(kinesis.data, 'base64').toString('utf8')]);
    } catch (error) {
      console.error(JSON.stringify({ sequenceNumber: kinesis.sequenceNumber, error: String(error) }));
      batchItemFailures.push({ itemIdentifier: kinesis.sequenceNumber });
      break;
    }
  }
  return { batchItemFailures };
}
