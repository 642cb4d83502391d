import { defineRule, labelOf } from '../../../kit/rule';
import { warehouses } from '../../service-families';

export const rule = defineRule(warehouses, {
  id: 'security/redshift-public',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep the warehouse off the internet.',
  why: 'A public endpoint is found and tried within minutes; one weak or leaked password then opens all of the history of the business.',
  source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html',
  fix: 'quickfix',
  references: {
    lens: ['5.1'],
    hub: ['Redshift.1', 'RedshiftServerless.3'],
    nag: ['RS8'],
    checkov: ['CKV_AWS_87'],
  },
  silences: ['security/redshift-public-subnet'],
  check({ node, need, mention, report, set }) {
    if (!need(node, ['public'])) return;
    report({
      at: ['public'],
      message: `${labelOf(node)} is reachable from the internet on port ${mention(node, ['config', 'port'])}; anybody may try passwords. Switch public access off.`,
      fix: { title: 'Switch public access off', edits: [set(node, ['public'], false)] },
    });
  },
});
