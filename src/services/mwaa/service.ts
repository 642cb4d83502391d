import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'mwaa',
  label: 'Amazon Managed Workflows for Apache Airflow',
  summary: 'Runs Airflow, whose DAGs are Python, to start jobs in order and on a schedule.',
  stage: 'orchestration',
  role: 'orchestrate',
  searchWords: ['airflow', 'mwaa', 'dag', 'python', 'orchestration', 'workflow', 'schedule'],
  cloudFormationTypes: ['AWS::MWAA::Environment'],
  icon: { aws: 'architecture-service/AmazonManagedWorkflowsforApacheAirflow' },
  documentation: 'https://docs.aws.amazon.com/mwaa/latest/userguide/what-is-mwaa.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
