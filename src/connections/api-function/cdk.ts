import { defineCdkConnection, viewAs } from '../../kit/cdk';
import { apigateway } from '../../kit/cdk-modules';
import { methodSlot } from '../../services/api-gateway/cdk';
import { service as apiGateway } from '../../services/api-gateway/service';
import { callerSlot } from '../../services/lambda/cdk';
import { addMethod } from '../api-method';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ edge, from, to, offer }) => {
    offer(to, callerSlot, 'api');
    offer(from, methodSlot, edge.id);
  },
  emit: (block) => {
    const api = viewAs(block.from, apiGateway)!;
    // The integration adds the function's resource policy: this method may invoke it, and nobody else.
    const integration = apigateway
      .member('LambdaIntegration')
      .new(block.to.part('Function'), { proxy: true, allowTestInvoke: false });
    addMethod(block, api, { integration, answers: [] });
  },
});
