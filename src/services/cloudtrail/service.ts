import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'cloudtrail',
  label: 'AWS CloudTrail',
  summary: 'Who did what, when: the audit trail of the account.',
  stage: 'operations',
  role: 'observe',
  searchWords: ['audit', 'trail', 'log', 'event', 'compliance'],
  cloudFormationTypes: ['AWS::CloudTrail::Trail'],
  icon: { aws: 'architecture-service/AWSCloudTrail' },
  documentation: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-user-guide.html',
  config,
});
