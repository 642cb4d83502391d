import { defineFacts } from '../../kit/facts';

const capacity = 'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-capacity.html';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', backupDays: 1 },
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-security.html',
    checked: '2026-11-20',
  },
  /** Redshift processing units: four, or eights. */
  capacityMin: { value: 4, unit: 'RPU', source: capacity, checked },
  capacityMax: { value: 1024, unit: 'RPU', source: capacity, checked },
  capacityStep: { value: 8, unit: 'RPU', source: capacity, checked },
  port: {
    value: 5439,
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-connecting.html',
    checked,
  },
  portMin: {
    value: 5431,
    source: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html',
    checked,
  },
  portMax: {
    value: 8215,
    source: 'https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_CreateWorkgroup.html',
    checked,
  },
});
