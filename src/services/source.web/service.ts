import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.web',
  label: 'Web or mobile page',
  summary: 'Events from browsers: page views, clicks, forms.',
  stage: 'source',
  role: 'source',
  searchWords: ['website', 'browser', 'clickstream', 'mobile', 'frontend', 'visitor'],
  cloudFormationTypes: [],
  icon: { codicon: 'browser' },
  config,
});
