import { defineService } from '../../kit/service';
import { config } from './config';

export const service = defineService({
  kind: 'glue-catalog',
  label: 'AWS Glue Data Catalog',
  summary: 'Databases and tables over the lake, for every engine.',
  stage: 'governance',
  role: 'catalog',
  searchWords: ['glue', 'metastore', 'hive', 'database', 'table', 'schema', 'catalogue'],
  cloudFormationTypes: ['AWS::Glue::Database', 'AWS::Glue::Table'],
  icon: { aws: 'resource/AWSGlueDataCatalog' },
  documentation: 'https://docs.aws.amazon.com/glue/latest/dg/catalog-and-crawler.html',
  config,
});
