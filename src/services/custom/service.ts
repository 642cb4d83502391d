import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'custom',
  label: 'Custom component',
  summary: 'Anything that the catalogue does not have. It may join everything, and nothing is exported for it.',
  stage: 'custom',
  role: 'process',
  searchWords: ['other', 'anything', 'component', 'legacy', 'tool'],
  cloudFormationTypes: [],
  icon: { codicon: 'extensions' },
  config,
});
