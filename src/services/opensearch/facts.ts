import { defineFacts } from '../../kit/facts';

const limits = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/limits.html';
const types = 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-instance-types.html';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'optional', azCount: 1 },
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createupdatedomains.html',
    checked: '2026-11-20',
  },
  dataNodesMax: { value: 80, unit: 'node', source: limits, checked },
  warmNodesMin: {
    value: 2,
    unit: 'node',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ultrawarm.html',
    checked,
  },
  /** Data nodes beside which there is no UltraWarm. */
  burstableTypes: {
    value: 't3.',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ultrawarm.html',
    checked,
  },
  warmNodesMax: { value: 150, unit: 'node', source: limits, checked },
  /** Masters vote: AWS asks for three, and takes five for the largest domains. */
  masters: {
    value: { least: 3, most: 5 },
    source:
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html',
    checked,
  },
  /** What Multi-AZ with Standby asks for: data nodes in multiples of the zones. */
  standby: {
    value: { zones: 3, masters: 3, replicas: 2 },
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
    checked,
  },
  volumeMinGiB: { value: 10, unit: 'GiB', source: limits, checked },
  volumeMaxGiB: { value: 24_576, unit: 'GiB', source: limits, checked },
  instanceTypes: {
    value: [
      't3.small.search',
      't3.medium.search',
      'm6g.large.search',
      'm6g.xlarge.search',
      'm6g.2xlarge.search',
      'm6g.4xlarge.search',
      'm7g.large.search',
      'm7g.xlarge.search',
      'm7g.2xlarge.search',
      'm7g.4xlarge.search',
      'c7g.large.search',
      'c7g.xlarge.search',
      'c7g.2xlarge.search',
      'c7g.4xlarge.search',
      'r6g.large.search',
      'r6g.xlarge.search',
      'r6g.2xlarge.search',
      'r6g.4xlarge.search',
      'r7g.large.search',
      'r7g.xlarge.search',
      'r7g.2xlarge.search',
      'r7g.4xlarge.search',
      'r7g.8xlarge.search',
    ],
    source: types,
    checked,
  },
  versions: {
    value: ['1.3', '2.5', '2.7', '2.9', '2.11', '2.13', '2.15', '2.17', '2.19', '3.1', '3.3'],
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/what-is.html',
    checked,
  },
});
