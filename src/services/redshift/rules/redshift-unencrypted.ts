import { defineRule, labelOf } from '../../../kit/rule';
import { storedVolume } from '../../../kit/volume';
import { facts } from '../facts';
import { service as redshift } from '../service';

export const rule = defineRule(redshift, {
  id: 'security/redshift-unencrypted',
  severity: 'error',
  since: '0.1.0',
  summary: 'Encrypt the cluster of the warehouse.',
  why: 'Snapshots take over the encryption of their cluster: what is copied, shared and restored from them is in clear as well.',
  source: facts.nodeDefaults.source,
  fix: 'quickfix',
  references: { lens: ['3.6'], hub: ['Redshift.10'], nag: ['RS6'], checkov: ['CKV_AWS_64'] },
  check({ node, graph, need, mention, report, set }) {
    if (need(node, ['encryption']) !== 'none') return;
    const volume = storedVolume({ mention }, graph.dataOf(node));
    report({
      at: ['encryption'],
      message: `${labelOf(node)} holds ${volume || 'its data'} unencrypted; snapshots, and what is restored from them, inherit it. Encrypt the cluster.`,
      fix: { title: 'Encrypt with the AWS managed key', edits: [set(node, ['encryption'], 'aws-managed')] },
    });
  },
});
