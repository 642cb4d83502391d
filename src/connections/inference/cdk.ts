import { defineCdkConnection } from '../../kit/cdk';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    block.grant();
    if (from.kind !== 'lambda')
      return block.leaveOut(`a stream asks no model: draw a function between ${from.id} and ${to.id}`);
    const [access] = block.design.access(to, 'sagemaker:InvokeEndpoint');
    if (access) block.run(from.part('Function').method('addEnvironment', 'MODEL_ENDPOINT', access.arn));
    block.advise(
      `Write into the function of ${from.id} how it asks ${to.id}: the ARN of the endpoint is in its environment.`,
    );
  },
});
