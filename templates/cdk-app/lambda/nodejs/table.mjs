import { unmarshall } from '@aws-sdk/util-dynamodb';
import { deliver } from './deliver.mjs';

/**
 * Called with changes of a DynamoDB table: passes each on with its kind, its keys and the item as it is now. Yours to change.
 * What fails is tried again from the first failed change, so that no change is lost and order holds.
 */
export async function handler(event) {
  for (const { eventName, dynamodb } of event.Records) {
    try {
      const { Keys, NewImage } = dynamodb;
      await deliver([
        JSON.stringify({ change: eventName, keys: unmarshall(Keys), item: NewImage ? unmarshall(NewImage) : null }, plain),
      ]);
    } catch (error) {
      console.error(JSON.stringify({ sequenceNumber: dynamodb.SequenceNumber, error: String(error) }));
      return { batchItemFailures: [{ itemIdentifier: dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}

/** Sets and large numbers have no JSON of their own. */
function plain(_key, value) {
  if (value instanceof Set) return [...value];
  return typeof value === 'bigint' ? String(value) : value;
}
