import { defineFacts } from '../../kit/facts';

export const triggers = defineFacts({
  /** Pairs, as `<from> <to>`, in which the arrival of data calls the reader, whatever the edge says. */
  byArrival: {
    value: ['s3 lambda', 'kinesis-data-streams lambda', 'dynamodb lambda', 'sqs lambda', 'sns lambda', 'msk lambda'],
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html',
    checked: '2026-11-20',
  },
  /** What happens when a function writes to what calls it. */
  recursion: {
    value: { stoppedAfterInvocations: 16, notIn: ['kinesis-data-streams', 'dynamodb'] },
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
    checked: '2026-11-20',
  },
});
