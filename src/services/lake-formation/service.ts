import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'lake-formation',
  label: 'AWS Lake Formation',
  summary: 'One place that says who reads which databases, tables and columns of the lake, whatever the engine.',
  stage: 'governance',
  role: 'govern',
  searchWords: ['permissions', 'grant', 'data lake', 'governance', 'column', 'row filter', 'lf-tags'],
  cloudFormationTypes: [
    'AWS::LakeFormation::PrincipalPermissions',
    'AWS::LakeFormation::DataLakeSettings',
    'AWS::LakeFormation::Resource',
  ],
  icon: { aws: 'architecture-service/AWSLakeFormation' },
  documentation: 'https://docs.aws.amazon.com/lake-formation/latest/dg/what-is-lake-formation.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
