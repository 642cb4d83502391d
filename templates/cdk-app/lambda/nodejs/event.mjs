import { deliver } from './deliver.mjs';

/** Called with any event: passes it on as one record. Yours to change. */
export async function handler(event) {
  await deliver([JSON.stringify(event)]);
  return { delivered: 1 };
}
