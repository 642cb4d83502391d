import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'quicksight',
  label: 'Amazon Quick Sight',
  summary: 'Dashboards and reports for many readers.',
  stage: 'analytics',
  role: 'consume',
  searchWords: ['quicksight', 'bi', 'dashboard', 'report', 'spice', 'chart', 'visualization'],
  cloudFormationTypes: ['AWS::QuickSight::DataSet', 'AWS::QuickSight::Dashboard', 'AWS::QuickSight::DataSource'],
  icon: { aws: 'architecture-service/AmazonQuickSuite' },
  documentation: 'https://docs.aws.amazon.com/quicksight/latest/user/welcome.html',
  network: 'optional',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
