import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'step-functions',
  label: 'AWS Step Functions',
  summary: 'Runs jobs one after another as a state machine, with retries, and says where it stopped.',
  stage: 'orchestration',
  role: 'orchestrate',
  searchWords: ['state machine', 'workflow', 'orchestration', 'sfn', 'retry', 'catch', 'dag'],
  cloudFormationTypes: ['AWS::StepFunctions::StateMachine'],
  icon: { aws: 'architecture-service/AWSStepFunctions' },
  documentation: 'https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
