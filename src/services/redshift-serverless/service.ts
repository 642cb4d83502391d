import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'redshift-serverless',
  label: 'Amazon Redshift Serverless',
  summary: 'A data warehouse without clusters: paid by the seconds in which it answers.',
  stage: 'storage',
  role: 'store',
  searchWords: ['warehouse', 'dwh', 'data mart', 'sql', 'olap', 'columnar', 'workgroup', 'namespace', 'rpu'],
  cloudFormationTypes: ['AWS::RedshiftServerless::Workgroup', 'AWS::RedshiftServerless::Namespace'],
  icon: { aws: 'architecture-service/AmazonRedshift' },
  documentation: 'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-serverless.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
