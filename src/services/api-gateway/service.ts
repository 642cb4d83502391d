import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'api-gateway',
  label: 'Amazon API Gateway',
  summary: 'An HTTPS door for events, straight into a stream, a bucket or a function.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['rest', 'http', 'endpoint', 'webhook', 'api'],
  cloudFormationTypes: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  icon: { aws: 'architecture-service/AmazonAPIGateway' },
  documentation: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/welcome.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
