import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'glue-crawler',
  label: 'AWS Glue crawler',
  summary: 'Reads files and writes tables and partitions to the catalog.',
  stage: 'governance',
  role: 'catalog',
  searchWords: ['glue', 'schema discovery', 'partition', 'infer'],
  cloudFormationTypes: ['AWS::Glue::Crawler'],
  icon: { aws: 'resource/AWSGlueCrawler' },
  documentation: 'https://docs.aws.amazon.com/glue/latest/dg/add-crawler.html',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
