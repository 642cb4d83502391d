import { deliver } from './deliver.mjs';

/**
 * Called with records of a Kafka topic, by partition: passes them on. Yours to change.
 * When one fails, the whole batch is tried again: what follows must bear seeing a record twice.
 */
export async function handler(event) {
  for (const records of Object.values(event.records))
    await deliver(records.filter(hasValue).map(({ value }) => Buffer.from(value, 'base64').toString('utf8')));
}

/** A record without a value says that its key was deleted. */
const hasValue = ({ value }) => typeof value === 'string';
