import { defineRule, labelOf } from '../../../kit/rule';
import { dailyVolume } from '../../../kit/volume';
import { bracketed } from '../../../kit/words';
import { facts } from '../facts';
import { service as emrEc2 } from '../service';

export const rule = defineRule(emrEc2, {
  id: 'security/emr-no-security-config',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Give an EMR cluster a security configuration that encrypts its disks and its traffic.',
  why: 'Between two steps the data lies on local disks, and a shuffle sends all of it from node to node; only a security configuration encrypts either.',
  exceptions: 'With confidential or restricted data the finding is an error.',
  source: [
    facts.nodeDefaults.source,
    'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-security-configurations.html',
  ],
  fix: null,
  references: {
    lens: ['3.6'],
    hub: ['EMR.3', 'EMR.4'],
    nag: ['EMR4', 'EMR5'],
    checkov: ['CKV2_AWS_55', 'CKV_AWS_349', 'CKV_AWS_351'],
  },
  check({ node, graph, need, know, mention, report }) {
    const configuration = know(node, ['config', 'securityConfiguration']);
    const disksInClear = configuration === undefined && need(node, ['encryption']) === 'none';
    // Traffic is encrypted with certificates: the configuration alone does not bring them.
    const trafficInClear = need(node, ['tls']) !== 'required';
    if (!disksInClear && !trafficInClear) return;
    const sets = graph.dataOf(node);
    const sensitive = sets.find((data) => {
      const classification = know(data, ['classification']);
      return classification === 'confidential' || classification === 'restricted';
    });
    const parts = [...(disksInClear ? ['local disks'] : []), ...(trafficInClear ? ['shuffle traffic'] : [])];
    const kept = sensitive && mention(sensitive, ['classification']);
    report({
      at: disksInClear ? ['config', 'securityConfiguration'] : ['tls'],
      severity: sensitive ? 'error' : 'warning',
      message: `${labelOf(node)}: ${parts.join(' and ')} of ${kept ? `${kept} data` : 'the cluster'}${bracketed(dailyVolume({ mention }, sets))} ${parts.length > 1 || disksInClear ? 'are' : 'is'} in clear. Name a security configuration${trafficInClear ? ', with certificates for TLS between nodes' : ''}.`,
      values: { inClear: parts },
      related: sensitive ? [{ element: sensitive, message: 'Declares the classification' }] : [],
    });
  },
});
