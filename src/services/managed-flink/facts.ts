import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const scaling = 'https://docs.aws.amazon.com/managed-flink/latest/java/how-scaling.html';

export const facts = defineFacts({
  nodeDefaults: {
    value: { encryption: 'aws-owned', tls: 'required' },
    source: 'https://docs.aws.amazon.com/managed-flink/latest/java/data-protection.html',
    checked,
  },
  kpusMax: {
    value: 64,
    unit: 'KPU',
    source: 'https://docs.aws.amazon.com/managed-flink/latest/java/limits.html',
    checked,
  },
  parallelismPerKpuMax: { value: 8, unit: 'task', source: scaling, checked },
  checkpointSeconds: {
    value: 60,
    unit: 's',
    source: 'https://docs.aws.amazon.com/managed-flink/latest/java/how-fault.html',
    checked,
  },
  versions: {
    value: ['1.15', '1.18', '1.19', '1.20'],
    source: 'https://docs.aws.amazon.com/managed-flink/latest/java/release-version-list.html',
    checked: '2026-11-26',
  },
  /** A value of an application's property. */
  propertyMaxLength: {
    value: 2048,
    unit: 'character',
    source: 'https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_PropertyGroup.html',
    checked: '2026-11-26',
  },
  propertyGroupsMax: {
    value: 50,
    unit: 'group',
    source: 'https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_EnvironmentProperties.html',
    checked: '2026-11-26',
  },
});
