import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'glue-workflow',
  label: 'AWS Glue workflow',
  summary: 'Starts Glue jobs and crawlers one after another, by a clock, an event or by hand.',
  stage: 'orchestration',
  role: 'orchestrate',
  searchWords: ['glue', 'trigger', 'workflow', 'orchestration', 'schedule', 'blueprint'],
  cloudFormationTypes: ['AWS::Glue::Workflow', 'AWS::Glue::Trigger'],
  icon: { aws: 'architecture-service/AWSGlue' },
  documentation: 'https://docs.aws.amazon.com/glue/latest/dg/workflows_overview.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
