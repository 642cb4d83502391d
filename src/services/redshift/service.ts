import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'redshift',
  label: 'Amazon Redshift',
  summary: 'A data warehouse on a cluster of its own: SQL over large, structured, often joined data.',
  stage: 'storage',
  role: 'store',
  searchWords: ['warehouse', 'dwh', 'data mart', 'sql', 'olap', 'columnar', 'cluster', 'ra3', 'copy'],
  cloudFormationTypes: ['AWS::Redshift::Cluster'],
  icon: { aws: 'architecture-service/AmazonRedshift' },
  documentation: 'https://docs.aws.amazon.com/redshift/latest/mgmt/welcome.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
