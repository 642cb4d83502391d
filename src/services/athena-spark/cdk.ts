import { type Access, defineCdk, type NodeView } from '../../kit/cdk';
import { arn, athena, stackName } from '../../kit/cdk-modules';
import { alarmsWithout, ownBucket } from '../../kit/cdk-parts';
import { type Expression, template } from '../../kit/code';
import { service } from './service';

const workgroupName = (view: NodeView<typeof service>): string | Expression =>
  view.config.workgroup ?? template(stackName, `-${view.id}`);

export const cdk = defineCdk(service, {
  assumedBy: { service: 'athena.amazonaws.com' },
  access: (view): Access[] => [
    {
      arn: arn('athena', 'workgroup/', workgroupName(view)),
      shown: `arn:aws:athena:<region>:<account>:workgroup/${view.config.workgroup ?? `<stack>-${view.id}`}`,
      via: 'role',
    },
  ],
  emit: (block) => {
    const { config } = block;
    const role = block.role();
    const bucket = ownBucket(block, 'Results', {
      expireDays: config.resultsExpireDays,
      unlogged: `this bucket holds results of calculations of ${block.title}, which expire after ${config.resultsExpireDays} days (config.resultsExpireDays)`,
    });
    if (!block.roleIsDeclared) {
      block.allowOn(bucket, {
        principals: [role],
        actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload'],
        resources: [bucket.method('arnForObjects', '*')],
      });
      block.allow({ actions: ['s3:ListBucket', 's3:GetBucketLocation'], resources: [bucket.member('bucketArn')] });
    }
    const actions = [
      'athena:GetWorkGroup',
      'athena:CreatePresignedNotebookUrl',
      'athena:TerminateSession',
      'athena:GetSession',
    ];
    block.allow({
      actions,
      resources: [arn('athena', 'workgroup/', workgroupName(block))],
    });
    const group = block.construct('WorkGroup', athena.member('CfnWorkGroup'), {
      name: workgroupName(block),
      description: `Workgroup ${block.id} of the design`,
      state: 'ENABLED',
      recursiveDeleteOption: !block.keepsData,
      workGroupConfiguration: {
        engineVersion: { selectedEngineVersion: 'PySpark engine version 3' },
        executionRole: role.member('roleArn'),
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        customerContentEncryptionConfiguration: block.key() && { kmsKey: block.key()!.member('keyArn') },
        resultConfiguration: {
          outputLocation: template('s3://', bucket.member('bucketName'), '/calculations/'),
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    });
    block.run(group.member('node').method('addDependency', role));
    const key = block.key();
    if (key) block.allow({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
    alarmsWithout(block, []);
  },
});
