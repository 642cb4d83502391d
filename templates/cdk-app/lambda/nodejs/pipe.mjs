import { deliver } from './deliver.mjs';

/**
 * Called by a pipe with a batch: passes its records on, and gives them back, for a pipe that has them enriched on the way
 * to its target. Yours to change.
 */
export async function handler(events) {
  const records = events.map(recordOf);
  await deliver(records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))));
  return records;
}

/** What the source wraps: of a stream, a topic and a queue as they were sent, of a table the change. */
function recordOf({ eventSource, data, value, body, dynamodb, ...event }) {
  switch (eventSource) {
    case 'aws:kinesis':
      return parsed(Buffer.from(data, 'base64').toString('utf8'));
    case 'aws:kafka':
      return parsed(Buffer.from(value ?? '', 'base64').toString('utf8'));
    case 'aws:sqs':
      return parsed(body);
    case 'aws:dynamodb':
      return { change: event.eventName, ...dynamodb };
    default:
      return event;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
