import { defineCdkConnection, type EdgeBlock, viewAs } from '../../kit/cdk';
import { account, apigateway } from '../../kit/cdk-modules';
import { type Code, type Expression, template } from '../../kit/code';
import { methodSlot } from '../../services/api-gateway/cdk';
import { service as apiGateway } from '../../services/api-gateway/service';
import { keyColumn, keyTypeOf } from '../../services/dynamodb/cdk';
import { service as dynamodbService } from '../../services/dynamodb/service';
import { isFifo } from '../../services/sqs/cdk';
import { addMethod, corsHeaders } from '../api-method';
import { detailType } from '../event-names';
import { layoutOf } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ edge, from, offer }) => offer(from, methodSlot, edge.id),
  emit: (block) => {
    const api = viewAs(block.from, apiGateway)!;
    const role = api.role();
    const target = targets[block.to.kind]!(block);
    const headers = corsHeaders(block, api);
    const integration = apigateway.member('AwsIntegration').new({
      service: target.service,
      action: target.action,
      path: target.path,
      integrationHttpMethod: target.method,
      options: {
        credentialsRole: role,
        passthroughBehavior: apigateway.member('PassthroughBehavior').member('NEVER'),
        requestParameters: target.parameters,
        requestTemplates: { 'application/json': target.body },
        // What the service answers stays behind the API: callers learn that the record was taken, or that it was not.
        integrationResponses: [
          {
            statusCode: '200',
            responseParameters: headers.values,
            responseTemplates: { 'application/json': '{"taken": true}' },
          },
          {
            statusCode: '400',
            selectionPattern: '4\\d{2}',
            responseParameters: headers.values,
            responseTemplates: { 'application/json': '{"taken": false}' },
          },
          {
            statusCode: '500',
            selectionPattern: '5\\d{2}',
            responseParameters: headers.values,
            responseTemplates: { 'application/json': '{"taken": false}' },
          },
        ],
      },
    });
    addMethod(block, api, { integration, answers: ['200', '400', '500'] });
    block.grant({ prefixes: target.prefixes });
  },
});

interface Target {
  readonly service: string;
  readonly action?: string;
  readonly path?: Code;
  readonly method: string;
  readonly parameters?: { readonly [key: string]: Code };
  readonly body: Code;
  readonly prefixes?: readonly string[];
}

/** A record with its line end, so that files hold one record a line. In a template of API Gateway a text may hold one. */
const record = '#set($record = "$input.json(\'$\')\n")\n';
const encoded = '$util.base64Encode($record)';

const targets: Readonly<Record<string, (block: EdgeBlock) => Target>> = {
  firehose: ({ to }) => ({
    service: 'firehose',
    action: 'PutRecord',
    method: 'POST',
    body: template(
      record,
      '{"DeliveryStreamName": "',
      to.part('Stream').member('ref'),
      `", "Record": {"Data": "${encoded}"}}`,
    ),
  }),
  'kinesis-data-streams': ({ to }) => ({
    service: 'kinesis',
    action: 'PutRecord',
    method: 'POST',
    body: template(
      record,
      '{"StreamName": "',
      to.part('Stream').member('streamName'),
      `", "Data": "${encoded}", "PartitionKey": "${partitionKey(to.config.partitionKey)}"}`,
    ),
  }),
  // The query interface of SQS takes a form, whatever the callers of the API send.
  sqs: ({ to, edge }) => ({
    service: 'sqs',
    method: 'POST',
    path: template(account, '/', to.part('Queue').member('queueName')),
    parameters: { 'integration.request.header.Content-Type': "'application/x-www-form-urlencoded'" },
    body: template(
      "Action=SendMessage&MessageBody=$util.urlEncode($input.json('$'))",
      isFifo(to) ? `&MessageGroupId=${edge.id}&MessageDeduplicationId=$context.requestId` : '',
    ),
  }),
  eventbridge: ({ from, to, data }) => ({
    service: 'events',
    action: 'PutEvents',
    method: 'POST',
    body: template(
      `{"Entries": [{"Source": "${from.id}", "DetailType": "${detailType(to, data[0])}", "EventBusName": "`,
      to.part('Bus').member('eventBusName'),
      `", "Detail": "${wholeBody}"}]}`,
    ),
  }),
  'step-functions': ({ to }) => ({
    service: 'states',
    action: 'StartExecution',
    method: 'POST',
    body: template(
      '{"stateMachineArn": "',
      to.part('StateMachine').member('stateMachineArn'),
      `", "input": "${wholeBody}"}`,
    ),
  }),
  // The key and, beside it, the record as the caller sent it: what else becomes an attribute is the table's business.
  dynamodb: ({ to, design }) => {
    const table = viewAs(to, dynamodbService)!;
    const names = [keyColumn(table), ...(table.config.sortKey === undefined ? [] : [table.config.sortKey])];
    const item = [...new Set(names)].map((name) => `"${name}": ${keyValue(keyTypeOf(design, to, name), name)}`);
    return {
      service: 'dynamodb',
      action: 'PutItem',
      method: 'POST',
      body: template(
        '{"TableName": "',
        to.part('Table').member('tableName'),
        `", "Item": {${item.join(', ')}, "record": {"S": "${wholeBody}"}}}`,
      ),
    };
  },
  s3: ({ to, data, design, edge }) => {
    const [first] = data;
    const prefix = edge.prefix ?? (first ? layoutOf(design, to, first).folder : `${edge.id}/`);
    const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
    return {
      service: 's3',
      method: 'PUT',
      path: template(to.part('Bucket').member('bucketName') as Expression, `/${folder}{object}`),
      parameters: { 'integration.request.path.object': 'context.requestId' },
      body: "$input.json('$')",
      prefixes: [folder],
    };
  },
};

/** What the caller sent, as text within a JSON text. */
const wholeBody = `$util.escapeJavaScript($input.json('$')).replaceAll("\\\\'", "'")`;

/** The value of a key attribute from the body; of the request, where the body has no such name in a template. */
function keyValue(type: 'S' | 'N' | 'B', name: string): string {
  if (!/^[A-Za-z_]\w*$/.test(name))
    return type === 'N' ? '{"N": "$context.requestTimeEpoch"}' : '{"S": "$context.requestId"}';
  return `{"${type}": "$util.escapeJavaScript($input.path('$.${name}')).replaceAll("\\\\'", "'")"}`;
}

/** Records with the same value of the key column stay in order; without a column they spread over all shards. */
function partitionKey(key: unknown): string {
  const column = typeof key === 'object' && key !== null && 'column' in key ? String(key.column) : '';
  return /^[A-Za-z_]\w*$/.test(column)
    ? `$util.escapeJavaScript($input.path('$.${column}')).replaceAll("\\\\'", "'")`
    : '$context.requestId';
}
