import { type Access, defineCdk } from '../../kit/cdk';
import { arn, emrcontainers, iam, servicePrincipal } from '../../kit/cdk-modules';
import { parameterName, plainName } from '../../kit/cdk-names';
import { alarmsWithout } from '../../kit/cdk-parts';
import { template } from '../../kit/code';
import { service } from './service';

const principal = 'pods.eks.amazonaws.com';

export const cdk = defineCdk(service, {
  // Pods get the role by EKS Pod Identity.
  assumedBy: { service: principal },
  access: (view, action): Access[] => {
    if (action === 'iam:PassRole')
      return [{ arn: view.role().member('roleArn'), shown: `<role of ${view.id}>`, via: 'role' }];
    const cluster = arn('emr-containers', '/virtualclusters/', view.part('VirtualCluster').member('attrId'));
    const shown = `arn:aws:emr-containers:<region>:<account>:/virtualclusters/<cluster of ${view.id}>`;
    if (!action.endsWith('JobRun') || action === 'emr-containers:StartJobRun')
      return [{ arn: cluster, shown, via: 'role' }];
    return [
      {
        arn: template(cluster, '/jobruns/*'),
        shown: `${shown}/jobruns/*`,
        via: 'role',
        wildcard: { reason: `runs on ${view.title} get their ids when they are started` },
      },
    ];
  },
  emit: (block) => {
    const { config } = block;
    const role = block.role();
    const cluster = block.parameter('EksClusterName', 'Name of the EKS cluster that runs the jobs');
    block.construct('VirtualCluster', emrcontainers.member('CfnVirtualCluster'), {
      name: plainName(block.id, 64),
      containerProvider: { id: cluster, type: 'EKS', info: { eksInfo: { namespace: config.namespace } } },
    });
    if (!block.roleIsDeclared)
      block.run(
        role
          .member('assumeRolePolicy')
          .assured()
          .method(
            'addStatements',
            iam
              .member('PolicyStatement')
              .new({ principals: [servicePrincipal(principal)], actions: ['sts:TagSession'] }),
          ),
      );
    block.output(`${parameterName(block.id)}JobRoleArn`, role.member('roleArn'));
    block.advise(
      `Give EMR access to namespace ${config.namespace} of the EKS cluster before you deploy (\`aws eks create-access-entry\`), and associate the job role of ${block.id} with its service account by Pod Identity. Start jobs with release ${config.releaseLabel}.`,
    );
    if (config.securityConfiguration !== undefined)
      block.leaveOut('security configurations of EMR on EKS are made with its API: config.securityConfiguration');
    alarmsWithout(block, []);
  },
});
