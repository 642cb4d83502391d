import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'cloudwatch',
  label: 'Amazon CloudWatch',
  summary: 'Metrics, alarms, logs and dashboards.',
  stage: 'operations',
  role: 'observe',
  searchWords: ['alarm', 'metric', 'log', 'monitoring', 'dashboard'],
  cloudFormationTypes: ['AWS::CloudWatch::Alarm', 'AWS::Logs::LogGroup'],
  icon: { aws: 'architecture-service/AmazonCloudWatch' },
  documentation: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/WhatIsCloudWatch.html',
  config,
});
