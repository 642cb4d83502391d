import { defineService } from '../../kit/service';
import { config, type LifecycleRule } from './config';
import { facts } from './facts';

/** What holds for the whole bucket: the shorter of the shorthand and of the lifecycle rules without a prefix. */
function shortest(field: 'expireDays' | 'noncurrentDays') {
  return (declared: Readonly<Record<string, unknown>>): number | undefined => {
    const rules = (declared.lifecycle as readonly LifecycleRule[] | undefined) ?? [];
    const days = [
      declared[field] as number | undefined,
      ...rules.filter(({ prefix }) => !prefix).map((rule) => rule[field]),
    ];
    const known = days.filter((value) => value !== undefined);
    return known.length > 0 ? Math.min(...known) : undefined;
  };
}

export const service = defineService({
  kind: 's3',
  label: 'Amazon S3',
  summary: 'Objects of any kind and size: the lake, the archive, the landing zone, a static site.',
  stage: 'storage',
  role: 'store',
  searchWords: ['bucket', 'lake', 'object', 'simple storage service', 'archive', 'glacier', 'static site', 'website'],
  cloudFormationTypes: ['AWS::S3::Bucket'],
  icon: { aws: 'architecture-service/AmazonSimpleStorageService' },
  documentation: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
  derivedConfig: { expireDays: shortest('expireDays'), noncurrentDays: shortest('noncurrentDays') },
});
