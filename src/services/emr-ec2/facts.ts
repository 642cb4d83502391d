import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';
const guide = 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'none', tls: 'off', azCount: 1, retries: 0 },
    source: `${guide}emr-data-encryption.html`,
    checked: '2026-11-20',
  },
  /** What a design gets that names no release. */
  release: {
    value: 'emr-7.9.0',
    source: 'https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-release-components.html',
    checked,
  },
  instanceTypes: {
    value: [
      'm5.xlarge',
      'm5.2xlarge',
      'm5.4xlarge',
      'm5.8xlarge',
      'm5.12xlarge',
      'm6g.xlarge',
      'm6g.2xlarge',
      'm6g.4xlarge',
      'm6g.8xlarge',
      'm6i.xlarge',
      'm6i.2xlarge',
      'm6i.4xlarge',
      'm6i.8xlarge',
      'm7g.xlarge',
      'm7g.2xlarge',
      'm7g.4xlarge',
      'm7g.8xlarge',
      'c5.xlarge',
      'c5.2xlarge',
      'c5.4xlarge',
      'c6g.xlarge',
      'c6g.2xlarge',
      'c6g.4xlarge',
      'c7g.xlarge',
      'c7g.2xlarge',
      'c7g.4xlarge',
      'r5.xlarge',
      'r5.2xlarge',
      'r5.4xlarge',
      'r5.8xlarge',
      'r6g.xlarge',
      'r6g.2xlarge',
      'r6g.4xlarge',
      'r6g.8xlarge',
      'r7g.xlarge',
      'r7g.2xlarge',
      'r7g.4xlarge',
      'i3.xlarge',
      'i3.2xlarge',
      'i3.4xlarge',
      'd3.xlarge',
      'd3.2xlarge',
      'd3.4xlarge',
    ],
    source: `${guide}emr-supported-instance-types.html`,
    checked,
  },
  /** Zones of which fleets let AWS choose one that has capacity. */
  fleetZones: { value: 3, unit: 'Availability Zone', source: `${guide}emr-instance-fleet.html`, checked: '2026-11-20' },
  /** How long core nodes may well run on Spot; AWS advises on-demand capacity for what runs longer. */
  spotCoreMinutes: {
    value: 240,
    unit: 'minute',
    source: `${guide}emr-plan-instances-guidelines.html`,
    checked: '2026-11-20',
  },
  nodesMax: { value: 2000, unit: 'node', source: `${guide}emr-plan-instances-guidelines.html`, checked },
  idleMinutes: {
    value: { least: 1, most: 10_080, usual: 60 },
    unit: 'minute',
    source: `${guide}emr-auto-termination-policy.html`,
    checked,
  },
  stepsAtOnceMax: { value: 256, unit: 'step', source: `${guide}add-step-cli.html`, checked },
  /** Where the service reaches its nodes, and they the service. */
  servicePorts: {
    value: { nodes: 8443, service: 9443 },
    unit: 'port',
    source: `${guide}emr-man-sec-groups.html`,
    checked,
  },
});
