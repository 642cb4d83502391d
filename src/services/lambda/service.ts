import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'lambda',
  label: 'AWS Lambda',
  summary: 'Your code for up to 15 minutes, started by events, streams or calls.',
  stage: 'processing',
  role: 'process',
  searchWords: ['function', 'serverless', 'code', 'event', 'transform'],
  cloudFormationTypes: ['AWS::Lambda::Function'],
  icon: { aws: 'architecture-service/AWSLambda' },
  documentation: 'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
