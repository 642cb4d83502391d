import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'neptune',
  label: 'Amazon Neptune',
  summary: 'Graphs: what is connected with what, asked in Gremlin, openCypher or SPARQL.',
  stage: 'storage',
  role: 'store',
  searchWords: ['graph', 'gremlin', 'opencypher', 'sparql', 'rdf', 'knowledge graph', 'relationships', 'network'],
  cloudFormationTypes: ['AWS::Neptune::DBCluster'],
  icon: { aws: 'architecture-service/AmazonNeptune' },
  documentation: 'https://docs.aws.amazon.com/neptune/latest/userguide/intro.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
