import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.third-party',
  label: 'Data provider',
  summary: 'A provider of data products, subscribed or bought.',
  stage: 'source',
  role: 'source',
  searchWords: ['marketplace', 'weather', 'subscription', 'external data', 'vendor', 'data product'],
  cloudFormationTypes: [],
  icon: { codicon: 'package' },
  config,
});
