import * as z from 'zod';
import { facts } from './facts';

export const config = z.strictObject({
  dataNodes: z.int().min(1).max(facts.dataNodesMax.value).default(1).meta({
    title: 'Data nodes',
    group: 'Capacity',
    description: 'With three or more the domain spreads over three zones, with two over two.',
    source: facts.dataNodesMax.source,
  }),
  instanceType: z.enum(facts.instanceTypes.value).default('r7g.large.search').meta({
    title: 'Instance type',
    group: 'Capacity',
    source: facts.instanceTypes.source,
  }),
  volumeGiB: z.int().min(facts.volumeMinGiB.value).max(facts.volumeMaxGiB.value).default(10).meta({
    title: 'Volume per data node',
    unit: 'GiB',
    group: 'Capacity',
    description: 'gp3; how large it may be depends on the instance type.',
    source: facts.volumeMaxGiB.source,
  }),
  dedicatedMasters: z.int().min(0).max(facts.masters.value.most).default(0).meta({
    title: 'Dedicated masters',
    group: 'Capacity',
    description: 'None, three, or five for the largest domains.',
    source: facts.masters.source,
  }),
  masterType: z.enum(facts.instanceTypes.value).default('m7g.large.search').meta({
    title: 'Master type',
    group: 'Capacity',
    advanced: true,
    source: facts.instanceTypes.source,
  }),
  warmNodes: z.int().min(0).max(facts.warmNodesMax.value).default(0).meta({
    title: 'Warm nodes',
    group: 'Capacity',
    description: 'UltraWarm: older indexes on S3, read only. Two at least, and dedicated masters beside them.',
    source: facts.warmNodesMin.source,
  }),
  multiAzStandby: z.boolean().default(false).meta({
    title: 'Multi-AZ with standby',
    group: 'Capacity',
    description: 'One of three zones stands by. Data nodes in threes, three masters and two replicas.',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html',
  }),
  version: z.enum(facts.versions.value).default('3.3').meta({
    title: 'OpenSearch version',
    group: 'Capacity',
    source: facts.versions.source,
  }),
  replicas: z.int().min(0).max(10).default(1).meta({
    title: 'Replicas',
    group: 'Indexes',
    description: 'Further copies of each shard; a setting of the indexes.',
  }),
  expireDays: z.int().min(1).max(36_500).optional().meta({
    title: 'Expire after',
    unit: 'd',
    group: 'Indexes',
    description: 'An index policy (ISM) deletes indexes of this age.',
  }),
  nodeToNodeEncryption: z.boolean().default(false).meta({ title: 'TLS between nodes', group: 'Security' }),
  enforceHttps: z.boolean().default(false).meta({ title: 'HTTPS only', group: 'Security' }),
  fineGrainedAccess: z.boolean().default(false).meta({
    title: 'Fine-grained access control',
    group: 'Security',
    description: 'Permissions by index, document and field. Asks for encryption at rest, between nodes, and HTTPS.',
    source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html',
  }),
});
