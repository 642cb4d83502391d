import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'codewhisperer',
  label: 'Amazon CodeWhisperer',
  summary: 'Suggestions for code in the editor.',
  stage: 'retired',
  role: 'process',
  searchWords: ['coding assistant', 'ai'],
  cloudFormationTypes: [],
  icon: { aws: 'architecture-service/AmazonCodeWhisperer' },
  retired: {
    status: 'renamed',
    since: '2024-04-30',
    instead: 'Kiro; its first heir, Amazon Q Developer, ends as well',
    heirs: [],
    source: 'https://docs.aws.amazon.com/codewhisperer/latest/userguide/what-is-cwspr.html',
  },
  config,
});
