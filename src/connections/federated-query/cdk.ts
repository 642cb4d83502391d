import { defineCdkConnection, type EdgeView } from '../../kit/cdk';
import { athena, core } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { connectorSlot } from '../../services/athena/cdk';
import { parameterName } from '../outside';
import { connection } from './connection';

/** Empty until the function is there: then the catalog is made by the next deployment. */
const connectorOf = ({ from, parameter }: EdgeView) =>
  parameter(
    `${parameterName(from.id)}ConnectorArn`,
    `ARN of the function by which Athena reads ${from.id}; empty until it is deployed`,
    { default: '', allowedPattern: '^(arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:.+)?$' },
  );

export const cdk = defineCdkConnection(connection, {
  prepare: (view) =>
    view.offer(view.to, connectorSlot, { edge: view.edge.id, source: view.from.id, arn: connectorOf(view) }),
  emit: (block) => {
    const { edge, from, to } = block;
    block.grant();
    const connector = connectorOf(block);
    const fn = core.member('Fn');
    const ready = block.construct(to, 'Ready', core.member('CfnCondition'), {
      expression: fn.method('conditionNot', fn.method('conditionEquals', connector, '')),
    });
    const catalog = block.construct(to, 'Catalog', athena.member('CfnDataCatalog'), {
      name: nameInStack(edge.id, 128),
      description: `Edge ${edge.id} of the design`,
      type: 'LAMBDA',
      parameters: { function: connector },
    });
    block.assign(catalog.member('cfnOptions').member('condition'), ready);
    block.advise(
      `Athena reads ${from.id} through a connector function that its console deploys (Data sources, Create data source). Give the function the permissions of "connector" below, a place in the VPC of ${from.id} where it has one, and deploy again with its ARN as ${parameterName(from.id)}ConnectorArn.`,
    );
  },
});
