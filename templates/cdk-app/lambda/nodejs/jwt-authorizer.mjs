import { createPublicKey, verify } from 'node:crypto';

/** Lets callers in that carry a token signed by ISSUER for AUDIENCE, both parameters of the stack. */
const { ISSUER, AUDIENCE } = process.env;
const issuer = ISSUER.replace(/\/$/, '');
const digests = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512' };
const skewSeconds = 60;
let keys;

export async function handler(event) {
  let claims;
  try {
    claims = await check(/^Bearer (\S+)$/i.exec(event.authorizationToken)?.[1] ?? '');
  } catch (error) {
    console.warn(JSON.stringify({ refused: String(error) }));
    // API Gateway turns exactly this text into the status 401.
    throw new Error('Unauthorized');
  }
  return {
    principalId: String(claims.sub ?? claims.client_id),
    policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: stageOf(event.methodArn) }] },
  };
}

/** All methods of the stage: API Gateway keeps the answer for a token, and uses it for the other methods too. */
const stageOf = (methodArn) => `${methodArn.split('/').slice(0, 2).join('/')}/*`;

async function check(token) {
  const [head, body, signature, ...rest] = token.split('.');
  if (!signature || rest.length > 0) throw new Error('not a token');
  const { alg, kid } = decode(head);
  const digest = Object.hasOwn(digests, alg) ? digests[alg] : undefined;
  if (!digest) throw new Error('unknown algorithm');
  const key = createPublicKey({ key: await keyOf(kid), format: 'jwk' });
  if (!verify(digest, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))) throw new Error('wrong signature');
  const claims = decode(body);
  const now = Date.now() / 1000;
  if (String(claims.iss).replace(/\/$/, '') !== issuer) throw new Error('another issuer');
  if (![claims.aud, claims.client_id].flat().includes(AUDIENCE)) throw new Error('another audience');
  if (!(claims.exp > now - skewSeconds)) throw new Error('expired');
  if (claims.nbf !== undefined && !(claims.nbf < now + skewSeconds)) throw new Error('not yet valid');
  return claims;
}

async function keyOf(kid) {
  const find = () => keys?.find((key) => key.kid === kid && key.kty === 'RSA');
  if (!find()) keys = await fetchKeys();
  const key = find();
  if (!key) throw new Error('unknown key');
  return key;
}

async function fetchKeys() {
  const configuration = await fetchJson(`${issuer}/.well-known/openid-configuration`);
  return (await fetchJson(configuration.jwks_uri)).keys;
}

async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
