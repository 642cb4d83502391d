import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'redshift-spectrum',
  label: 'Amazon Redshift Spectrum',
  summary: 'A warehouse queries files of the lake in place, and joins them with its own tables.',
  stage: 'analytics',
  role: 'consume',
  searchWords: ['external schema', 'external table', 'lake', 'warehouse', 'sql', 'cold data', 'lakehouse'],
  cloudFormationTypes: [],
  icon: { aws: 'architecture-service/AmazonRedshift' },
  documentation: 'https://docs.aws.amazon.com/redshift/latest/dg/c-using-spectrum.html',
  config,
  nodeDefaults: { encryption: 'aws-owned', tls: 'required' },
});
