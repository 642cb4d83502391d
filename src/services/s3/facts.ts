import { defineFacts } from '../../kit/facts';

const classes = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html';
const checked = '2026-11-20';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'optional', azCount: 3 },
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html',
    checked,
  },
  /** Days for which an object is billed at least. */
  minimumDays: {
    value: { STANDARD_IA: 30, ONEZONE_IA: 30, GLACIER_IR: 90, GLACIER: 90, DEEP_ARCHIVE: 180 },
    unit: 'day',
    source: classes,
    checked,
  },
  /** Transitions to infrequent-access classes are accepted from this day on. */
  infrequentAccessFromDay: {
    value: 30,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html',
    checked,
  },
  /** Longest usual wait for an object of a class that needs a restore. */
  retrievalHours: {
    value: { GLACIER: 5, DEEP_ARCHIVE: 12 },
    unit: 'hour',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html',
    checked,
  },
  singleZoneClasses: { value: ['ONEZONE_IA', 'EXPRESS_ONEZONE'], source: classes, checked },
  /** Reads per object and month above which the class stops paying (`rules.md` 3.1). */
  readsPerMonthMax: {
    value: { STANDARD_IA: 1, ONEZONE_IA: 1, GLACIER_IR: 0.6 },
    unit: 'reads/month',
    source: 'https://aws.amazon.com/s3/pricing/',
    checked,
  },
  /** Smallest object that Intelligent-Tiering moves. */
  tieringMinMB: {
    value: 0.125,
    unit: 'MB',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/intelligent-tiering-overview.html',
    checked,
  },
  /** Days after which old versions are of no use any more: a month for slips, a year where a law asks for the data. */
  oldVersionDays: {
    value: { usual: 30, underLegalHold: 365 },
    unit: 'day',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html',
    checked,
  },
  /** Classes below STANDARD, coldest first: reads per object and month under which each pays, and how long a read waits. */
  colderClasses: {
    value: [
      { storageClass: 'DEEP_ARCHIVE', readsBelow: 0.02, waitSeconds: 43_200 },
      { storageClass: 'GLACIER', readsBelow: 0.1, waitSeconds: 18_000 },
      { storageClass: 'GLACIER_IR', readsBelow: 0.33, waitSeconds: 0 },
      { storageClass: 'STANDARD_IA', readsBelow: 1, waitSeconds: 0 },
    ],
    source: classes,
    checked,
  },
  /** Least size an object is billed with in infrequent-access classes and in Glacier Instant Retrieval. */
  billedMinMB: { value: 0.128, unit: 'MB', source: classes, checked },
  /** Days for which results between two steps are of use. */
  intermediateDays: {
    value: { usual: 7, most: 30 },
    unit: 'day',
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/cost-optimization.html',
    checked,
  },
  /** Format in which rows of files can be changed one by one. */
  tableFormat: {
    value: 'iceberg',
    source: 'https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg.html',
    checked,
  },
  /** Size from which rewriting files to erase single persons takes hours and a budget of its own. */
  erasurePlainMaxGB: {
    value: 100,
    unit: 'GB',
    source: 'https://docs.aws.amazon.com/prescriptive-guidance/latest/apache-iceberg-on-aws/best-practices-write.html',
    checked,
  },
  /** What expires by itself within this time answers a request for erasure: one month (GDPR, article 12). */
  erasureWithinDays: { value: 30, unit: 'day', source: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj', checked },
});
