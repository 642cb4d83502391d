import { defineFacts } from '../../kit/facts';

const clusters = 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html';
const checked = '2026-11-26';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required', azCount: 1, backupDays: 1 },
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html',
    checked: '2026-11-20',
  },
  nodeTypes: {
    value: [
      'ra3.large',
      'ra3.xlplus',
      'ra3.4xlarge',
      'ra3.16xlarge',
      'dc2.large',
      'dc2.8xlarge',
      'ds2.xlarge',
      'ds2.8xlarge',
    ],
    source: clusters,
    checked,
  },
  /** Fewest and most nodes of a cluster when it is made. */
  nodes: {
    value: {
      'ra3.large': { least: 1, most: 16 },
      'ra3.xlplus': { least: 1, most: 16 },
      'ra3.4xlarge': { least: 2, most: 32 },
      'ra3.16xlarge': { least: 2, most: 100 },
    },
    unit: 'node',
    source: clusters,
    checked,
  },
  nodesMax: { value: 100, unit: 'node', source: clusters, checked },
  /** Node types that AWS has withdrawn, and the ones that take their place. */
  heirs: {
    value: {
      'dc2.large': 'ra3.large',
      'dc2.8xlarge': 'ra3.4xlarge',
      'ds2.xlarge': 'ra3.xlplus',
      'ds2.8xlarge': 'ra3.4xlarge',
    },
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-considerations.html',
    checked,
  },
  pythonUdfEnded: {
    value: '2026-06-30',
    source: 'https://docs.aws.amazon.com/redshift/latest/dg/udf-creating-a-scalar-udf.html',
    checked: '2026-11-20',
  },
  port: { value: 5439, source: clusters, checked },
  portMin: { value: 5431, source: clusters, checked },
  portMax: { value: 8215, source: clusters, checked },
  backupMaxDays: {
    value: 35,
    unit: 'day',
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-console.html',
    checked,
  },
  /** Zones that the subnets of a cluster in two zones must span. */
  multiAzZones: {
    value: 3,
    source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html',
    checked,
  },
});
