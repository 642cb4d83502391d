import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'persona',
  label: 'Persona',
  summary: 'A person or a group that works with the data.',
  stage: 'consumers',
  role: 'consume',
  searchWords: ['user', 'analyst', 'people', 'reader', 'team'],
  cloudFormationTypes: [],
  icon: { codicon: 'account' },
  config,
});
