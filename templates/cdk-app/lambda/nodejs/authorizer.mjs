/**
 * Decides who may call the API. It refuses everybody until you write here who may: answer "Allow" for those whose
 * `event.authorizationToken` you trust. API Gateway keeps the answer for a token and uses it for every method of the
 * stage, so it speaks of the whole stage.
 */
export async function handler(event) {
  const stage = `${event.methodArn.split('/').slice(0, 2).join('/')}/*`;
  return {
    principalId: 'nobody',
    policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'execute-api:Invoke', Resource: stage }] },
  };
}
