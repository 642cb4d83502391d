import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'aurora',
  label: 'Amazon Aurora',
  summary: 'Relational databases of MySQL and PostgreSQL with storage that grows and copies itself.',
  stage: 'storage',
  role: 'store',
  searchWords: ['sql', 'mysql', 'postgresql', 'postgres', 'relational', 'oltp', 'serverless v2', 'rds'],
  cloudFormationTypes: ['AWS::RDS::DBCluster'],
  icon: { aws: 'architecture-service/AmazonAurora' },
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_AuroraOverview.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
