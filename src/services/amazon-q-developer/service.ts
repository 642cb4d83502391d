import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'amazon-q-developer',
  label: 'Amazon Q Developer',
  summary: 'An assistant for code in the editor.',
  stage: 'retired',
  role: 'process',
  searchWords: ['coding assistant', 'ai'],
  cloudFormationTypes: [],
  icon: { aws: 'architecture-service/AmazonQ' },
  retired: {
    status: 'renamed',
    since: '2027-04-30',
    instead: 'Kiro',
    heirs: [],
    source: 'https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/what-is.html',
  },
  config,
});
