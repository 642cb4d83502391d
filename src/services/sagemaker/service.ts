import { defineService } from '../../kit/service';
import { config } from './config';
import { facts } from './facts';

export const service = defineService({
  kind: 'sagemaker',
  label: 'Amazon SageMaker AI',
  summary: 'Notebooks, training, labels and endpoints of machine learning.',
  stage: 'analytics',
  role: 'consume',
  searchWords: ['machine learning', 'ml', 'model', 'endpoint', 'training', 'notebook', 'ground truth', 'labels'],
  cloudFormationTypes: ['AWS::SageMaker::Endpoint', 'AWS::SageMaker::NotebookInstance', 'AWS::SageMaker::Workteam'],
  icon: { aws: 'architecture-service/AmazonSageMakerAI' },
  documentation: 'https://docs.aws.amazon.com/sagemaker/latest/dg/whatis.html',
  network: 'required',
  config,
  nodeDefaults: facts.nodeDefaults.value,
});
