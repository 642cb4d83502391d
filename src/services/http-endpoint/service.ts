import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'http-endpoint',
  label: 'HTTP endpoint',
  summary: 'A web address that takes data: a partner, a monitoring product.',
  stage: 'consumers',
  role: 'consume',
  searchWords: ['webhook', 'https', 'partner', 'splunk', 'datadog'],
  cloudFormationTypes: [],
  icon: { codicon: 'link-external' },
  config,
});
