import { deliver } from './deliver.mjs';

/** Called with messages of a topic: passes them on. Yours to change. */
export async function handler(event) {
  await deliver(event.Records.map(({ Sns }) => Sns.Message));
  return { delivered: event.Records.length };
}
