import { deliver } from './deliver.mjs';

/**
 * Called with messages of a queue: passes them on. Yours to change.
 * Those that failed stay in the queue, and all others are deleted from it. Of a FIFO queue everything after the first
 * that failed stays as well, so that order holds.
 */
export async function handler(event) {
  const batchItemFailures = [];
  for (const { messageId, body, eventSourceARN } of event.Records) {
    if (batchItemFailures.length > 0 && eventSourceARN.endsWith('.fifo')) {
      batchItemFailures.push({ itemIdentifier: messageId });
      continue;
    }
    try {
      await deliver([body]);
    } catch (error) {
      console.error(JSON.stringify({ messageId, error: String(error) }));
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
}
