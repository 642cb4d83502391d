import { isAnyAddress } from '../../../kit/ingress';
import { defineRule, labelOf } from '../../../kit/rule';
import { service as emrEc2 } from '../service';

export const rule = defineRule(emrEc2, {
  id: 'security/emr-public',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep EMR clusters in private subnets, closed to the internet, with public access blocked.',
  why: 'The primary node serves consoles and job submission without a password: who reaches it runs code on the data.',
  exceptions:
    'In a private subnet an account without the block is a warning: this cluster is not reached, the next one may be.',
  source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-block-public-access.html',
  fix: null,
  references: { lens: ['5.1'], hub: ['EMR.1', 'EMR.2'], checkov: ['CKV_AWS_390', 'CKV2_AWS_7'] },
  check({ node, need, know, undecided, report }) {
    const entries = need(node, ['ingressCidrs']);
    const open = entries.find(isAnyAddress);
    const subnet = know(node, ['subnet']);
    const blocked = need(node, ['config', 'blockPublicAccess']);
    if (subnet === 'public' || open !== undefined) {
      const how = open === undefined ? 'it lies in a public subnet' : `it lets in ${open}`;
      report({
        at: open === undefined ? ['subnet'] : ['ingressCidrs', entries.indexOf(open)],
        message: `${labelOf(node)}: the primary node can be reached from the internet, for ${how}. Place it in a private subnet, and let in the security groups of its clients.`,
        values: { blocked },
      });
    } else if (!blocked) {
      const inside = subnet === 'private' || subnet === 'isolated';
      report({
        at: ['config', 'blockPublicAccess'],
        severity: inside ? 'warning' : 'error',
        message: `${labelOf(node)}: block public access is off in its account and Region, so that a security group open to the internet starts with a cluster. Switch the block on.`,
      });
    } else if (subnet === undefined) {
      undecided(node, ['subnet']);
    }
  },
});
