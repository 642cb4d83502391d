import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'rds',
  label: 'Amazon RDS',
  summary: 'Relational databases of six engines on one instance, with a standby in another zone.',
  stage: 'storage',
  role: 'store',
  searchWords: [
    'sql',
    'mysql',
    'postgresql',
    'postgres',
    'oracle',
    'sql server',
    'mariadb',
    'db2',
    'relational',
    'oltp',
  ],
  cloudFormationTypes: ['AWS::RDS::DBInstance'],
  icon: { aws: 'architecture-service/AmazonRDS' },
  documentation: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Welcome.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
