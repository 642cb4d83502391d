import { defineRule, labelOf } from '../../../kit/rule';
import { storedVolume } from '../../../kit/volume';
import { databases } from '../../service-families';

export const rule = defineRule(databases, {
  id: 'security/database-unencrypted',
  severity: 'error',
  since: '0.1.0',
  summary: 'Create databases with storage encryption.',
  why: 'It cannot be switched on in place: later it takes a snapshot, an encrypted copy of it, and a new database from that.',
  source: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/encryption-at-rest.html',
    'https://docs.aws.amazon.com/neptune/latest/userguide/encrypt.html',
  ],
  fix: 'quickfix',
  references: {
    lens: ['3.6'],
    hub: ['RDS.3', 'RDS.27', 'DocumentDB.1', 'Neptune.1'],
    nag: ['RDS2', 'DOC1', 'N4'],
    checkov: ['CKV_AWS_16', 'CKV_AWS_96', 'CKV_AWS_74', 'CKV_AWS_44'],
  },
  check({ node, graph, need, mention, report, set }) {
    if (need(node, ['encryption']) !== 'none') return;
    const volume = storedVolume({ mention }, graph.dataOf(node));
    report({
      at: ['encryption'],
      message: `${labelOf(node)} is created without storage encryption; enabling it later means a snapshot copy and a restore of ${volume || 'all it holds'}. Encrypt it from the start.`,
      fix: { title: 'Encrypt with the AWS managed key', edits: [set(node, ['encryption'], 'aws-managed')] },
    });
  },
});
