import { defineCdk, defineSlot, type EdgeBlock, type NodeBlock, type NodeView } from '../../kit/cdk';
import { functionFolder, functionOf } from '../../kit/cdk-function';
import { apigateway, arn, iam, lambda, partition, region, stackName, wafv2 } from '../../kit/cdk-modules';
import { alarmOn, alarmsWithout, logGroup } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import type { DataSet } from '../../model/vocabulary';
import { service } from './service';

export type ApiView = NodeView<typeof service>;

export const stageName = 'v1';

/** Path of the API under which an edge takes data: the data set, or the edge where several edges carry it. */
export function pathOf(view: ApiView, design: EdgeBlock['design'], edge: EdgeBlock['edge']): string {
  const path = edge.data ?? edge.id;
  const others = design
    .neighbours(view, 'out')
    .filter((other) => other.edge.id !== edge.id && (other.edge.data ?? other.edge.id) === path);
  return /^[\w.-]+$/.test(path) && others.length === 0 ? path : edge.id;
}

/** Edges by which the API passes something on: each brings a method. */
export const methodSlot = defineSlot<string>('method');

export const cdk = defineCdk(service, {
  assumedBy: { service: 'apigateway.amazonaws.com' },
  access: (view, _action, scope, design) => {
    const api = view.part('RestApi');
    const output = api.tree.type === 'member' ? `${api.tree.name}Id` : view.id;
    const paths = design
      .neighbours(view, 'out')
      .filter(
        ({ edge }) =>
          scope.data === undefined ||
          scope.data.length === 0 ||
          edge.data === undefined ||
          scope.data.some(({ id }) => id === edge.data),
      );
    return paths.map(({ edge }) => {
      const path = pathOf(view, design, edge);
      return {
        arn: api.method('arnForExecuteApi', 'POST', `/${path}`, stageName),
        shown: `arn:aws:execute-api:<region>:<account>:<${output}>/${stageName}/POST/${path}`,
        output: { name: output, value: api.member('restApiId') },
        via: 'role',
      };
    });
  },
  emit: (block) => {
    const { config, node, title } = block;
    const has = (log: 'access' | 'execution'): boolean => node.logs?.includes(log) === true;
    const accessLogs = has('access') ? logGroup(block, 'AccessLog') : undefined;
    const level = apigateway.member('MethodLoggingLevel');
    const api = block.construct('RestApi', apigateway.member('RestApi'), {
      restApiName: template(stackName, `-${block.id}`),
      description: `API ${block.id} of the design`,
      // The role that API Gateway logs with is one for the whole account and Region: this stack leaves it alone.
      cloudWatchRole: false,
      endpointConfiguration: { types: [apigateway.member('EndpointType').member('REGIONAL')] },
      apiKeySourceType:
        config.authorization === 'api-key' ? apigateway.member('ApiKeySourceType').member('HEADER') : undefined,
      deployOptions: {
        stageName,
        accessLogDestination: accessLogs && apigateway.member('LogGroupLogDestination').new(accessLogs),
        accessLogFormat: accessLogs && apigateway.member('AccessLogFormat').method('jsonWithStandardFields'),
        loggingLevel: level.member(has('execution') ? 'INFO' : 'OFF'),
        dataTraceEnabled: false,
        metricsEnabled: true,
        tracingEnabled: false,
        throttlingRateLimit: config.throttle?.ratePerSec,
        throttlingBurstLimit: config.throttle?.burst,
      },
    });
    block.construct('Validator', apigateway.member('RequestValidator'), {
      restApi: api,
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    const stage = api.member('deploymentStage');
    if (!accessLogs)
      block.acknowledge(
        stage,
        'AwsSolutions-APIG1',
        `${title} keeps no access log in the design: its "logs" do not ask for "access"`,
      );
    if (!has('execution'))
      block.acknowledge(
        stage,
        'AwsSolutions-APIG6',
        `${title} keeps no execution log in the design: its "logs" do not ask for "execution"`,
      );
    if (accessLogs || has('execution')) {
      block.advise(
        'API Gateway writes logs with one role for the whole account and Region. If `aws apigateway get-account` shows no `cloudwatchRoleArn`, set one before you deploy; this stack leaves it alone, because another team may have set it.',
      );
    }
    if (config.waf) firewall(block, stage);
    else block.acknowledge(stage, 'AwsSolutions-APIG3', `${title} has no web ACL in the design: config.waf is false`);
    authorizer(block, api);
    // An API needs a method, also when no edge brings one.
    if (block.offered(methodSlot).length === 0) nothingBehind(block, api);
    if (config.authorization === 'api-key') apiKey(block, api, stage);

    const alarms = node.alarms ?? [];
    if (alarms.includes('failure')) {
      alarmOn(
        block,
        'ServerErrors',
        {
          namespace: 'AWS/ApiGateway',
          metricName: '5XXError',
          dimensions: { ApiName: api.member('restApiName'), Stage: stageName },
          statistic: 'Sum',
          periodMinutes: 5,
        },
        { threshold: 0, above: true, description: 'The API answered with server errors' },
      );
    }
    alarmsWithout(block, ['failure']);
  },
});

function firewall(block: NodeBlock<typeof service>, stage: Expression): void {
  const acl = block.construct('WebAcl', wafv2.member('CfnWebACL'), {
    scope: 'REGIONAL',
    defaultAction: { allow: {} },
    visibilityConfig: {
      cloudWatchMetricsEnabled: true,
      metricName: `${block.id.replace(/\W/g, '-')}-acl`,
      sampledRequestsEnabled: true,
    },
    rules: [
      {
        name: 'common',
        priority: 0,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: 'AWS', name: 'AWSManagedRulesCommonRuleSet' } },
        visibilityConfig: { cloudWatchMetricsEnabled: true, metricName: 'common', sampledRequestsEnabled: true },
      },
    ],
  });
  block.construct('WebAclAssociation', wafv2.member('CfnWebACLAssociation'), {
    resourceArn: stage.member('stageArn'),
    webAclArn: acl.member('attrArn'),
  });
}

/** A method for an API that nothing is drawn behind: it says so. */
function nothingBehind(block: NodeBlock<typeof service>, api: Expression): void {
  const integration = apigateway.member('MockIntegration').new({
    requestTemplates: { 'application/json': '{"statusCode": 501}' },
    integrationResponses: [
      {
        statusCode: '501',
        responseTemplates: { 'application/json': '{"message": "Nothing is connected to this API in its design."}' },
      },
    ],
  });
  const method = block.construct('Method', apigateway.member('Method'), {
    httpMethod: 'POST',
    resource: api.member('root'),
    integration,
    options: {
      ...methodOptions(block),
      requestValidator: block.part('Validator'),
      methodResponses: [{ statusCode: '501' }],
    },
  });
  acknowledgeMethod(block, block, method);
  block.leaveOut('nothing is drawn behind the API: it answers 501');
}

function apiKey(block: NodeBlock<typeof service>, api: Expression, stage: Expression): void {
  const { throttle } = block.config;
  const plan = block.construct('UsagePlan', apigateway.member('UsagePlan'), {
    apiStages: [{ api, stage }],
    throttle: throttle && { rateLimit: throttle.ratePerSec, burstLimit: throttle.burst },
  });
  const key = block.construct('ApiKey', apigateway.member('ApiKey'), {
    description: `Key for the callers of ${block.id}`,
    enabled: true,
  });
  block.run(plan.method('addApiKey', key));
}

/** The authorizer that the design asks for, where it is a construct of its own. */
function authorizer(block: NodeBlock<typeof service>, api: Expression): void {
  const { authorization } = block.config;
  if (authorization === 'cognito') {
    const pool = block.parameter(
      `${parameterPrefix(block)}UserPoolArn`,
      `ARN of the Cognito user pool whose users may call ${block.id}`,
      { allowedPattern: '^arn:[a-z-]+:cognito-idp:[a-z0-9-]+:[0-9]{12}:userpool/[A-Za-z0-9_-]+$' },
    );
    block.construct('Authorizer', apigateway.member('CfnAuthorizer'), {
      name: 'cognito',
      type: 'COGNITO_USER_POOLS',
      restApiId: api.member('restApiId'),
      identitySource: 'method.request.header.Authorization',
      providerArns: [pool],
    });
  }
  if (authorization === 'lambda' || authorization === 'jwt') {
    const group = logGroup(block, 'AuthorizerLog');
    const role = block.construct('AuthorizerRole', iam.member('Role'), {
      assumedBy: iam.member('ServicePrincipal').new('lambda.amazonaws.com'),
      description: `Role of the authorizer of ${block.id}: writes its log, and nothing else`,
    });
    block.run(
      role.method(
        'addToPrincipalPolicy',
        iam
          .member('PolicyStatement')
          .new({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [group.member('logGroupArn')] }),
      ),
    );
    const made = authorizerFunction(block, role, group);
    if (authorization === 'jwt') {
      const prefix = parameterPrefix(block);
      block.run(
        made.method(
          'addEnvironment',
          'ISSUER',
          block.parameter(
            `${prefix}TokenIssuer`,
            `Issuer of the tokens that callers of ${block.id} send: the "iss" claim, an https address`,
            { allowedPattern: '^https://.+$' },
          ),
        ),
      );
      block.run(
        made.method(
          'addEnvironment',
          'AUDIENCE',
          block.parameter(`${prefix}TokenAudience`, `Audience of those tokens: the "aud" or "client_id" claim`, {
            allowedPattern: '^.+$',
          }),
        ),
      );
    } else
      block.advise(
        `The authorizer of ${block.id} refuses every caller until you decide who may call, in \`lambda/${block.id}-authorizer/index.mjs\`.`,
      );
    const authorizer = block.construct('Authorizer', apigateway.member('CfnAuthorizer'), {
      name: authorization,
      type: 'TOKEN',
      restApiId: api.member('restApiId'),
      identitySource: 'method.request.header.Authorization',
      authorizerUri: template(
        'arn:',
        partition,
        ':apigateway:',
        region,
        ':lambda:path/2015-03-31/functions/',
        made.member('functionArn'),
        '/invocations',
      ),
      authorizerResultTtlInSeconds: 300,
    });
    block.construct('AuthorizerPermission', lambda.member('CfnPermission'), {
      action: 'lambda:InvokeFunction',
      functionName: made.member('functionArn'),
      principal: 'apigateway.amazonaws.com',
      sourceArn: arn('execute-api', api.member('restApiId'), '/authorizers/', authorizer.member('ref')),
    });
  }
}

function authorizerFunction(block: NodeBlock<typeof service>, role: Expression, group: Expression): Expression {
  const kind = block.config.authorization === 'jwt' ? 'jwt-authorizer' : 'authorizer';
  return functionOf(block, {
    id: 'AuthorizerFunction',
    folder: functionFolder(`${block.id}-authorizer`),
    caller: kind,
    role,
    logs: group,
    runtime: 'nodejs24.x',
    memoryMB: 256,
    seconds: 10,
  });
}

const parameterPrefix = (view: ApiView): string => {
  const { tree } = view.scope;
  const base = tree.type === 'name' ? tree.name.replace(/Scope$/, '') : view.id;
  return base.charAt(0).toUpperCase() + base.slice(1);
};

/** How methods of the API know their callers. */
export function methodOptions(view: ApiView): { readonly [key: string]: Code } {
  const type = apigateway.member('AuthorizationType');
  const custom = {
    authorizationType: type.member('CUSTOM'),
    authorizer: { authorizerId: view.part('Authorizer').member('ref'), authorizationType: type.member('CUSTOM') },
  };
  switch (view.config.authorization) {
    case 'iam':
      return { authorizationType: type.member('IAM') };
    case 'cognito':
      return {
        authorizationType: type.member('COGNITO'),
        authorizer: { authorizerId: view.part('Authorizer').member('ref'), authorizationType: type.member('COGNITO') },
      };
    case 'jwt':
    case 'lambda':
      return custom;
    case 'api-key':
      return { authorizationType: type.member('NONE'), apiKeyRequired: true };
    case 'none':
      return { authorizationType: type.member('NONE') };
  }
}

/** Accepts what cdk-nag finds on a method of the API, for the authorization that the design asks for. */
export function acknowledgeMethod(block: Pick<NodeBlock, 'acknowledge'>, view: ApiView, method: Expression): void {
  const { authorization } = view.config;
  if (authorization !== 'cognito')
    block.acknowledge(
      method,
      'AwsSolutions-COG4',
      `${view.title} knows its callers by other means than a user pool: config.authorization is ${authorization}`,
    );
  if (authorization === 'none' || authorization === 'api-key')
    block.acknowledge(
      method,
      'AwsSolutions-APIG4',
      `the design asks for it: config.authorization of ${view.title} is ${authorization}`,
    );
}

/** The shape of a JSON record, as far as its columns say; fields the design does not know are let through. */
export function requestSchema(data: DataSet | undefined): { readonly [key: string]: Code } {
  const type = apigateway.member('JsonSchemaType');
  const properties: { [key: string]: Code } = {};
  for (const column of data?.columns ?? []) {
    const hive = column.type
      .trim()
      .toLowerCase()
      .replace(/[(<].*$/s, '');
    // People may call a type whatever an object of JavaScript has as well.
    const json = Object.hasOwn(jsonTypes, hive) ? jsonTypes[hive] : undefined;
    if (column.name !== '') properties[column.name] = json === undefined ? {} : { type: type.member(json) };
  }
  return {
    schema: apigateway.member('JsonSchemaVersion').member('DRAFT4'),
    type: type.member('OBJECT'),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

const jsonTypes: Readonly<Record<string, string>> = {
  tinyint: 'INTEGER',
  smallint: 'INTEGER',
  int: 'INTEGER',
  integer: 'INTEGER',
  bigint: 'INTEGER',
  double: 'NUMBER',
  float: 'NUMBER',
  decimal: 'NUMBER',
  boolean: 'BOOLEAN',
  string: 'STRING',
  varchar: 'STRING',
  char: 'STRING',
  date: 'STRING',
  array: 'ARRAY',
  struct: 'OBJECT',
  map: 'OBJECT',
};
