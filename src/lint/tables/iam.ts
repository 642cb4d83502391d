import { defineFacts } from '../../kit/facts';

const checked = '2026-11-20';
const practices = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html';

export const iam = defineFacts({
  /** Prefix of the actions on a kind of node. */
  servicePrefixes: {
    value: {
      'api-gateway': 'execute-api',
      athena: 'athena',
      cloudwatch: 'cloudwatch',
      firehose: 'firehose',
      'glue-catalog': 'glue',
      'glue-crawler': 'glue',
      'glue-job': 'glue',
      'kinesis-data-streams': 'kinesis',
      kms: 'kms',
      lambda: 'lambda',
      quicksight: 'quicksight',
      s3: 's3',
      sqs: 'sqs',
      sns: 'sns',
      dynamodb: 'dynamodb',
      'secrets-manager': 'secretsmanager',
    },
    source:
      'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
    checked,
  },
  /** Actions on a bucket itself, not on its objects. */
  bucketActions: {
    value: [
      's3:ListBucket',
      's3:GetBucketLocation',
      's3:ListBucketMultipartUploads',
      's3:GetReplicationConfiguration',
      's3:GetBucketAcl',
    ],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html',
    checked,
  },
  /** Actions that alone let a role give itself more rights. */
  escalatingActions: {
    value: [
      'iam:AddUserToGroup',
      'iam:AttachGroupPolicy',
      'iam:AttachRolePolicy',
      'iam:AttachUserPolicy',
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:CreatePolicyVersion',
      'iam:PutGroupPolicy',
      'iam:PutRolePolicy',
      'iam:PutUserPolicy',
      'iam:SetDefaultPolicyVersion',
      'iam:UpdateAssumeRolePolicy',
      'iam:UpdateLoginProfile',
    ],
    source: practices,
    checked,
  },
  /** Actions that, with `iam:PassRole`, run code under a stronger role. */
  escalatingWithPassRole: {
    value: [
      'cloudformation:CreateStack',
      'ec2:RunInstances',
      'elasticmapreduce:RunJobFlow',
      'glue:CreateDevEndpoint',
      'glue:CreateJob',
      'glue:UpdateJob',
      'lambda:CreateFunction',
      'lambda:UpdateFunctionCode',
      'sagemaker:CreateNotebookInstance',
      'states:CreateStateMachine',
    ],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
    checked,
  },
  decryptingActions: {
    value: ['kms:Decrypt', 'kms:ReEncryptFrom'],
    source: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
    checked,
  },
  /** Verbs whose wildcard writes: `Put*` is every way to write. */
  writingVerbs: {
    value: ['Attach', 'BatchWrite', 'Create', 'Delete', 'Put', 'Remove', 'Set', 'Tag', 'Update', 'Write'],
    source: practices,
    checked,
  },
  /** Services that act on behalf of other accounts too. */
  crossAccountServices: {
    value: ['firehose', 's3', 'sns', 'events', 'glue', 'dms', 'appflow', 'config', 'cloudtrail'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    checked,
  },
  /** Condition keys that say who, or on whose behalf. */
  sourceKeys: {
    value: ['aws:sourceaccount', 'aws:sourcearn', 'aws:sourceorgid', 'aws:sourceorgpaths'],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    checked,
  },
  /** Condition keys that narrow who may assume a role. */
  callerKeys: {
    value: [
      'aws:principalaccount',
      'aws:principalarn',
      'aws:principalorgid',
      'aws:principalorgpaths',
      'aws:sourceaccount',
      'aws:sourcearn',
      'aws:sourceorgid',
      'sts:externalid',
    ],
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
    checked,
  },
  /** Condition keys that narrow a resource policy to some callers, networks or sources. */
  restrictingKeys: {
    value: [
      'aws:principalaccount',
      'aws:principalarn',
      'aws:principalorgid',
      'aws:principalorgpaths',
      'aws:sourceaccount',
      'aws:sourcearn',
      'aws:sourceip',
      'aws:sourceorgid',
      'aws:sourceorgpaths',
      'aws:sourceowner',
      'aws:sourcevpc',
      'aws:sourcevpce',
      'aws:userid',
      'aws:username',
      'kms:calleraccount',
      's3:dataaccesspointaccount',
      's3:dataaccesspointarn',
    ],
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    checked,
  },
  /** What managed policies for single services allow, as far as edges ask for it. */
  managedPolicies: {
    value: {
      AWSLambdaBasicExecutionRole: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      AWSLambdaVPCAccessExecutionRole: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'ec2:*NetworkInterface*',
      ],
      AWSLambdaKinesisExecutionRole: [
        'kinesis:DescribeStream',
        'kinesis:DescribeStreamSummary',
        'kinesis:GetRecords',
        'kinesis:GetShardIterator',
        'kinesis:ListShards',
        'kinesis:ListStreams',
        'kinesis:SubscribeToShard',
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
      ],
      AdministratorAccess: ['*'],
      PowerUserAccess: ['*'],
      AmazonS3FullAccess: ['s3:*'],
      AmazonS3ReadOnlyAccess: ['s3:Get*', 's3:List*'],
      AmazonKinesisFullAccess: ['kinesis:*'],
      AmazonKinesisReadOnlyAccess: ['kinesis:Get*', 'kinesis:List*', 'kinesis:Describe*'],
      AmazonKinesisFirehoseFullAccess: ['firehose:*'],
      AWSLambda_FullAccess: ['lambda:*'],
    },
    source: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html',
    checked,
  },
});
