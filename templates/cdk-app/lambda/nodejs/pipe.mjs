import { deliver } from './deliver.mjs';

/**
 * Called by a pipe with a batch: passes its records on, and gives them back as they are, for a pipe that has them
 * enriched. Yours to change.
 */
export async function handler(events) {
  await deliver(events.map((event) => JSON.stringify(event)));
  return events;
}
