import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'app-consumer',
  label: 'Application',
  summary: 'An application that reads: a service, a site, a device.',
  stage: 'consumers',
  role: 'consume',
  searchWords: ['application', 'service', 'api client', 'player', 'kcl'],
  cloudFormationTypes: [],
  icon: { codicon: 'device-desktop' },
  config,
});
