import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'emr-ec2',
  label: 'Amazon EMR on EC2',
  summary: 'Clusters for Spark, Hive, HBase, Presto and Flink, with full control of their nodes.',
  stage: 'processing',
  role: 'process',
  searchWords: ['emr', 'hadoop', 'spark', 'hive', 'hbase', 'presto', 'trino', 'hdfs', 'cluster', 'big data'],
  cloudFormationTypes: ['AWS::EMR::Cluster', 'AWS::EMR::SecurityConfiguration'],
  icon: { aws: 'resource/AmazonEMRCluster' },
  documentation: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-what-is-emr.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
