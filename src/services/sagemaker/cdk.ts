import { type Access, defineCdk, type NodeBlock, type NodeView } from '../../kit/cdk';
import { arn, core, sagemaker } from '../../kit/cdk-modules';
import { nameInStack, parameterName } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout, allowInterfaces } from '../../kit/cdk-parts';
import { service } from './service';

type SageMakerView = NodeView<typeof service>;
type Block = NodeBlock<typeof service>;

const endpointName = (view: Pick<SageMakerView, 'id'>) => nameInStack(view.id, 63);

export const cdk = defineCdk(service, {
  assumedBy: { service: 'sagemaker.amazonaws.com' },
  access: (view, action): Access[] => {
    if (action === 'sagemaker:InvokeEndpoint')
      return [
        {
          arn: arn('sagemaker', 'endpoint/', endpointName(view)),
          shown: `arn:aws:sagemaker:<region>:<account>:endpoint/<endpoint of ${view.id}>`,
          via: 'role',
        },
      ];
    if (action === 'iam:PassRole')
      return [{ arn: view.role().member('roleArn'), shown: `<role of ${view.id}>`, via: 'role' }];
    const resource = action.includes('Domain')
      ? 'user-profile/*'
      : action.includes('Training')
        ? 'training-job/*'
        : '*';
    return [
      {
        arn: arn('sagemaker', resource),
        shown: `arn:aws:sagemaker:<region>:<account>:${resource}`,
        via: 'role',
        wildcard: { reason: `jobs and profiles of ${view.title} get their names when they are made` },
      },
    ];
  },
  emit: (block) => {
    switch (block.config.feature) {
      case 'training':
        notebook(block);
        break;
      case 'endpoint':
        endpoint(block);
        break;
      default:
        block.leaveOut(
          `${block.config.feature} has no resource that a template makes, and takes no new accounts: it is used from the console (config.feature)`,
        );
    }
    alarmsWithout(block, block.config.feature === 'endpoint' ? ['failure'] : []);
  },
});

/** A notebook in the VPC, from which people train. */
function notebook(block: Block): void {
  const { config, title } = block;
  const network = block.network();
  const role = block.role();
  const key = block.key();
  const made = block.construct('Notebook', sagemaker.member('CfnNotebookInstance'), {
    notebookInstanceName: endpointName(block),
    instanceType: config.instanceType,
    volumeSizeInGb: config.volumeGB,
    roleArn: role.member('roleArn'),
    subnetId: network.subnetIdList[0],
    securityGroupIds: [block.securityGroup().member('securityGroupId')],
    directInternetAccess: config.directInternet ? 'Enabled' : 'Disabled',
    rootAccess: 'Disabled',
    kmsKeyId: key?.member('keyArn'),
    instanceMetadataServiceConfiguration: { minimumInstanceMetadataServiceVersion: '2' },
  });
  allowInterfaces(block);
  block.run(made.member('node').method('addDependency', role));
  if (!key)
    block.acknowledge(
      made,
      'AwsSolutions-SM2',
      `${title} has no key of yours in the design: its encryption is not cmk`,
    );
  if (config.directInternet)
    block.acknowledge(
      made,
      'AwsSolutions-SM3',
      `${title} reaches the internet in the design: config.directInternet is true`,
    );
}

/** An endpoint for a model that somebody trained: its image and its artefacts are parameters. */
function endpoint(block: Block): void {
  const { config } = block;
  const fn = core.member('Fn');
  const name = parameterName(block.id);
  const image = block.parameter(
    `${name}Image`,
    `Image that serves the model of ${block.id}; empty until there is one`,
    {
      default: '',
    },
  );
  const model = block.parameter(`${name}ModelData`, `s3:// address of the artefacts of the model of ${block.id}`, {
    default: '',
  });
  const ready = block.construct('Ready', core.member('CfnCondition'), {
    expression: fn.method('conditionNot', fn.method('conditionEquals', image, '')),
  });
  const role = block.role();
  const network = block.network();
  allowInterfaces(block);
  const made = block.construct('Model', sagemaker.member('CfnModel'), {
    executionRoleArn: role.member('roleArn'),
    enableNetworkIsolation: true,
    primaryContainer: { image, modelDataUrl: model },
    vpcConfig: {
      subnets: network.subnetIds,
      securityGroupIds: [block.securityGroup().member('securityGroupId')],
    },
  });
  const configuration = block.construct('EndpointConfig', sagemaker.member('CfnEndpointConfig'), {
    kmsKeyId: block.key()?.member('keyArn'),
    productionVariants: [
      {
        variantName: 'main',
        modelName: made.member('attrModelName'),
        instanceType: config.instanceType,
        initialInstanceCount: config.instances,
        initialVariantWeight: 1,
      },
    ],
  });
  const serving = block.construct('Endpoint', sagemaker.member('CfnEndpoint'), {
    endpointName: endpointName(block),
    endpointConfigName: configuration.member('attrEndpointConfigName'),
  });
  for (const part of [made, configuration, serving]) block.assign(part.member('cfnOptions').member('condition'), ready);
  block.run(made.member('node').method('addDependency', role));
  block.advise(
    `Deploy again with ${name}Image and ${name}ModelData when the model of ${block.id} is trained: only then is the endpoint made.`,
  );
  if (block.node.alarms?.includes('failure'))
    alarmOn(
      block,
      'Errors',
      {
        namespace: 'AWS/SageMaker',
        metricName: 'Invocation5XXErrors',
        dimensions: { EndpointName: endpointName(block), VariantName: 'main' },
        statistic: 'Sum',
        periodMinutes: 5,
      },
      { threshold: 0, above: true, description: 'The model failed to answer' },
    );
}
