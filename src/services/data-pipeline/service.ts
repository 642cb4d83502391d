import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'data-pipeline',
  label: 'AWS Data Pipeline',
  summary: 'Scheduled copies and transformations.',
  stage: 'retired',
  role: 'orchestrate',
  searchWords: ['etl', 'schedule'],
  cloudFormationTypes: ['AWS::DataPipeline::Pipeline'],
  icon: { codicon: 'archive' },
  retired: {
    status: 'closed to new accounts',
    since: '2024-07-25',
    instead: 'AWS Glue, Step Functions or MWAA',
    heirs: ['step-functions', 'glue-job', 'mwaa'],
    source: 'https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/migration.html',
  },
  config,
});
