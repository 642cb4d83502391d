import { createHash, createHmac } from 'node:crypto';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (key, text) => createHmac('sha256', key).update(text).digest();

/**
 * Headers of a POST request, signed (Signature Version 4) with the credentials of the function.
 * @param {{service: string, host: string, path: string, body: string, headers: Record<string, string>, now?: Date}} request
 */
export function signed({ service, host, path, body, headers, now = new Date() }) {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION } = process.env;
  const time = now.toISOString().replace(/[:-]|\.\d{3}/g, '');
  const day = time.slice(0, 8);
  const all = {
    ...headers,
    host,
    'x-amz-content-sha256': sha256(body),
    'x-amz-date': time,
    ...(AWS_SESSION_TOKEN && { 'x-amz-security-token': AWS_SESSION_TOKEN }),
  };
  const names = Object.keys(all).sort();
  const list = names.join(';');
  const lines = names.map((name) => `${name}:${all[name].trim()}\n`).join('');
  const request = ['POST', path, '', lines, list, all['x-amz-content-sha256']].join('\n');
  const scope = `${day}/${AWS_REGION}/${service}/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', time, scope, sha256(request)].join('\n');
  const key = [day, AWS_REGION, service, 'aws4_request'].reduce(hmac, `AWS4${AWS_SECRET_ACCESS_KEY}`);
  const signature = createHmac('sha256', key).update(text).digest('hex');
  return {
    ...all,
    authorization: `AWS4-HMAC-SHA256 Credential=${AWS_ACCESS_KEY_ID}/${scope}, SignedHeaders=${list}, Signature=${signature}`,
  };
}
