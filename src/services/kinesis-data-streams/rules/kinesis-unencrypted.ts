import { defineRule, labelOf } from '../../../kit/rule';
import { facts } from '../facts';
import { service as kinesisDataStreams } from '../service';

export const rule = defineRule(kinesisDataStreams, {
  id: 'security/kinesis-unencrypted',
  severity: 'error',
  since: '0.1.0',
  summary: 'Encrypt the records a data stream keeps.',
  why: 'A stream keeps records on disk for as long as its retention says; server-side encryption costs no code and one field.',
  source: facts.nodeDefaults.source,
  fix: 'quickfix',
  references: { lens: ['3.6'], hub: ['Kinesis.1'], nag: ['KDS1'], checkov: ['CKV_AWS_43'] },
  check({ node, need, mention, report, set }) {
    if (need(node, ['encryption']) !== 'none') return;
    report({
      at: ['encryption'],
      message: `${labelOf(node)} stores records in clear for ${mention(node, ['config', 'retentionHours'])} h. Switch on server-side encryption.`,
      fix: { title: 'Encrypt with the AWS managed key', edits: [set(node, ['encryption'], 'aws-managed')] },
    });
  },
});
