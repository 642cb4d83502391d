import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'glue-databrew',
  label: 'AWS Glue DataBrew',
  summary: 'Cleans data by recipes that people put together by eye.',
  stage: 'processing',
  role: 'process',
  searchWords: ['recipe', 'cleaning', 'profile', 'no code', 'preparation'],
  cloudFormationTypes: ['AWS::DataBrew::Job'],
  icon: { aws: 'architecture-service/AWSGlueDataBrew' },
  documentation: 'https://docs.aws.amazon.com/databrew/latest/dg/what-is.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
