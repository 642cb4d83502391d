/**
 * Decides who may call the API. It refuses everybody until you write here who may: answer "Allow" for those whose
 * `event.authorizationToken` you trust.
 */
export async function handler(event) {
  return {
    principalId: 'nobody',
    policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'execute-api:Invoke', Resource: event.methodArn }] },
  };
}
