import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'source.app',
  label: 'Application',
  summary: 'An application, a microservice, an agent or a log producer that writes through an SDK.',
  stage: 'source',
  role: 'source',
  searchWords: ['microservice', 'backend', 'agent', 'log', 'producer', 'sdk', 'pos'],
  cloudFormationTypes: [],
  icon: { codicon: 'server-process' },
  config,
});
