import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'eventbridge',
  label: 'Amazon EventBridge',
  summary: 'Rules hand events to their targets; schedules call them by the clock.',
  stage: 'ingestion',
  role: 'orchestrate',
  searchWords: ['event', 'bus', 'rule', 'schedule', 'scheduler', 'cron', 'cloudwatch events'],
  cloudFormationTypes: ['AWS::Events::EventBus', 'AWS::Events::Rule', 'AWS::Scheduler::Schedule'],
  icon: { aws: 'architecture-service/AmazonEventBridge' },
  documentation: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-what-is.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
