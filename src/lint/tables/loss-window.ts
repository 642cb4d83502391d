import { defineFacts } from '../../kit/facts';

export const lossWindow = defineFacts({
  /** Longest loss of written data inside the Region, by what protects the store; stores that are not listed are not judged. */
  s3WithVersions: {
    value: 0,
    unit: 'minute',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
    checked: '2026-11-20',
  },
  /** Replication to another Region, with time control. */
  s3Replicated: {
    value: 15,
    unit: 'minute',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html',
    checked: '2026-11-20',
  },
});
