import type { Code } from '../../kit/code';
import { isFifo as isFifoTopic } from '../../services/sns/cdk';
import { isFifo as isFifoQueue } from '../../services/sqs/cdk';
import { firstArn, resource, type StepTarget } from '../workflow-states';

type State = { readonly [key: string]: Code };
type Outcome = 'SUCCEEDED' | 'FAILED';

/** What a machine tells of a run: how it went, with its input, or with the error that ended it. */
const report = (outcome: Outcome): State => ({
  'machine.$': '$$.StateMachine.Name',
  'execution.$': '$$.Execution.Name',
  'started.$': '$$.Execution.StartTime',
  status: outcome,
  [outcome === 'FAILED' ? 'error.$' : 'input.$']: '$',
});

/** The order that FIFO queues and topics ask for: the reports of a machine follow each other. */
const ordered: State = {
  'MessageGroupId.$': '$$.StateMachine.Name',
  'MessageDeduplicationId.$': '$$.Execution.Name',
};

export const messages: Readonly<Record<string, (target: StepTarget, outcome: Outcome) => State>> = {
  sns: (target, outcome) => ({
    Type: 'Task',
    Resource: resource('sns:publish'),
    Parameters: {
      TopicArn: firstArn(target, 'sns:Publish'),
      Subject: outcome === 'FAILED' ? 'A run failed' : 'A run succeeded',
      Message: report(outcome),
      ...(isFifoTopic(target.to) && ordered),
    },
    ResultPath: null,
  }),
  sqs: (target, outcome) => ({
    Type: 'Task',
    Resource: resource('sqs:sendMessage'),
    Parameters: {
      QueueUrl: target.to.part('Queue').member('queueUrl'),
      MessageBody: report(outcome),
      ...(isFifoQueue(target.to) && ordered),
    },
    ResultPath: null,
  }),
  eventbridge: (target, outcome) => ({
    Type: 'Task',
    Resource: resource('events:putEvents'),
    Parameters: {
      Entries: [
        {
          EventBusName: firstArn(target, 'events:PutEvents'),
          Source: `pipeline.${target.from.id}`,
          DetailType: outcome === 'FAILED' ? 'Run failed' : 'Run succeeded',
          Detail: report(outcome),
        },
      ],
    },
    ResultPath: null,
  }),
};
