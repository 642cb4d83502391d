import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'timestream-influxdb',
  label: 'Amazon Timestream for InfluxDB',
  summary: 'Measurements by time in InfluxDB, run by AWS.',
  stage: 'storage',
  role: 'store',
  searchWords: ['time series', 'influxdb', 'influx', 'metrics', 'sensors', 'telemetry', 'line protocol', 'timestream'],
  cloudFormationTypes: ['AWS::Timestream::InfluxDBInstance'],
  icon: { aws: 'architecture-service/AmazonTimestream' },
  documentation: 'https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influxdb.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
