import { defineFacts } from '../../kit/facts';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required' },
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html',
    checked: '2026-11-20',
  },
  instanceTypes: {
    value: ['ml.m5.xlarge', 'ml.m5.2xlarge', 'ml.m5.4xlarge', 'ml.c5.xlarge', 'ml.c5.2xlarge', 'ml.g4dn.xlarge'],
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/notebooks-available-instance-types.html',
    checked: '2026-11-26',
  },
  volumeGB: {
    value: { least: 5, most: 16_384 },
    unit: 'GB',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html',
    checked: '2026-11-26',
  },
});
