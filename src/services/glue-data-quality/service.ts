import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'glue-data-quality',
  label: 'AWS Glue Data Quality',
  summary: 'Evaluates rules on tables of the catalog, and reports what fails.',
  stage: 'processing',
  role: 'process',
  searchWords: ['glue', 'data quality', 'dqdl', 'rules', 'deequ', 'validation', 'check'],
  cloudFormationTypes: ['AWS::Glue::DataQualityRuleset'],
  icon: { aws: 'resource/AWSGlueDataQuality' },
  documentation: 'https://docs.aws.amazon.com/glue/latest/dg/glue-data-quality.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
