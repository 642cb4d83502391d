import { gunzipSync } from 'node:zlib';
import { deliver } from './deliver.mjs';

/** Called by a log subscription: passes the log events on. Yours to change. */
export async function handler(event) {
  const { messageType, logEvents } = JSON.parse(gunzipSync(Buffer.from(event.awslogs.data, 'base64')).toString('utf8'));
  if (messageType === 'CONTROL_MESSAGE') return { delivered: 0 };
  await deliver(logEvents.map((entry) => JSON.stringify(entry)));
  return { delivered: logEvents.length };
}
