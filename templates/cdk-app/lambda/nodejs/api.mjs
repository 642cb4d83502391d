import { deliver } from './deliver.mjs';

/** Called by the API for each request: passes the body on as one record. Yours to change. */
export async function handler(event) {
  const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  await deliver([body]);
  return { statusCode: 202, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ taken: true }) };
}
