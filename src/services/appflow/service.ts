import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'appflow',
  label: 'Amazon AppFlow',
  summary: 'Flows that copy data of SaaS applications on a schedule, on an event or on demand.',
  stage: 'ingestion',
  role: 'ingest',
  searchWords: ['saas', 'salesforce', 'zendesk', 'servicenow', 'slack', 'flow', 'no code'],
  cloudFormationTypes: ['AWS::AppFlow::Flow'],
  icon: { aws: 'architecture-service/AmazonAppFlow' },
  documentation: 'https://docs.aws.amazon.com/appflow/latest/userguide/what-is-appflow.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
