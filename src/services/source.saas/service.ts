import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.saas',
  label: 'SaaS application',
  summary: 'An application somebody else runs: CRM, support, marketing.',
  stage: 'source',
  role: 'source',
  searchWords: ['salesforce', 'servicenow', 'zendesk', 'crm', 'feedback', 'saas', 'slack'],
  cloudFormationTypes: [],
  icon: { codicon: 'cloud' },
  config,
});
