import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'cloud9',
  label: 'AWS Cloud9',
  summary: 'An editor in the browser.',
  stage: 'retired',
  role: 'process',
  searchWords: ['ide', 'editor'],
  cloudFormationTypes: ['AWS::Cloud9::EnvironmentEC2'],
  icon: { aws: 'architecture-service/AWSCloud9' },
  retired: {
    status: 'closed to new accounts',
    since: '2024-07-25',
    instead: 'the AWS Toolkit in the editor, or CloudShell',
    heirs: [],
    source: 'https://docs.aws.amazon.com/cloud9/latest/user-guide/welcome.html',
  },
  config,
});
