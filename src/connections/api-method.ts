import type { EdgeBlock } from '../kit/cdk';
import { apigateway } from '../kit/cdk-modules';
import { type Code, type Expression, template } from '../kit/code';
import { type ApiView, acknowledgeMethod, methodOptions, pathOf, requestSchema } from '../services/api-gateway/cdk';
import { originsOf } from './web-origins';

/** The method through which an API takes the data of an edge: `POST /<data set>`, its body checked against the columns. */
export function addMethod(
  block: EdgeBlock,
  api: ApiView,
  { integration, answers }: { readonly integration: Expression; readonly answers: readonly string[] },
): void {
  const restApi = api.part('RestApi');
  const resource = block.construct(api, 'Resource', apigateway.member('Resource'), {
    parent: restApi.member('root'),
    pathPart: pathOf(api, block.design, block.edge),
  });
  const model = block.construct(api, 'Model', apigateway.member('Model'), {
    restApi,
    contentType: 'application/json',
    // Only of a data set that the edge names: what is guessed must not refuse a record.
    schema: requestSchema(block.edge.data === undefined ? undefined : block.data[0]),
  });
  const headers = corsHeaders(block, api);
  const method = block.construct(api, 'Method', apigateway.member('Method'), {
    httpMethod: 'POST',
    resource,
    integration,
    options: {
      ...methodOptions(api),
      requestValidator: api.part('Validator'),
      requestModels: { 'application/json': model },
      methodResponses: answers.map((statusCode) => ({ statusCode, responseParameters: headers.declared })),
    },
  });
  acknowledgeMethod(block, api, method);
  if (headers.origin === undefined) return;
  const allowHeaders = apigateway.member('Cors').member('DEFAULT_HEADERS');
  block.run(
    resource.method('addCorsPreflight', { allowOrigins: [headers.origin], allowMethods: ['POST'], allowHeaders }),
  );
}

/** Headers that let pages of the design read the answer: browsers ask for them. */
export function corsHeaders(
  block: EdgeBlock,
  api: ApiView,
): {
  readonly origin?: Code;
  readonly declared?: { readonly [key: string]: Code };
  readonly values?: { readonly [key: string]: Code };
} {
  const [origin] = originsOf(block, api);
  if (!origin) return {};
  return {
    origin,
    declared: { 'method.response.header.Access-Control-Allow-Origin': true },
    values: { 'method.response.header.Access-Control-Allow-Origin': template("'", origin, "'") },
  };
}
