import { defineCdk, type NodeView } from '../../kit/cdk';
import { account, iam, region, removal, secretsmanager } from '../../kit/cdk-modules';
import { type Code, template } from '../../kit/code';
import { service } from './service';

export const cdk = defineCdk(service, {
  keyUse: { read: ['secretsmanager:GetSecretValue'], write: ['secretsmanager:PutSecretValue'] },
  access: (view) => {
    const part = view.part('Secret');
    const output = part.tree.type === 'member' ? `${part.tree.name}Arn` : view.id;
    const secretArn = part.member('secretArn');
    return [{ arn: secretArn, shown: `<${output}>`, via: 'role', output: { name: output, value: secretArn } }];
  },
  emit: (block) => {
    const { config, title, node } = block;
    const key = block.key();
    const secret = block.construct('Secret', secretsmanager.member('Secret'), {
      secretName: config.name,
      description: `Secret ${block.id} of the design`,
      generateSecretString: generated(block),
      encryptionKey: key,
      removalPolicy: removal(block.keepsData),
    });
    // As with the key of the service itself: whoever may read the secret needs no permission on the key besides.
    if (key)
      block.allowOn(key, {
        principals: [iam.member('AnyPrincipal').new()],
        actions: ['kms:Decrypt'],
        resources: ['*'],
        conditions: {
          StringEquals: {
            'kms:CallerAccount': account,
            'kms:ViaService': template('secretsmanager.', region, '.amazonaws.com'),
          },
        },
      });
    if (config.content === 'outside')
      block.advise(
        `Put what was issued to you into the secret ${block.id}: the stack fills it with a placeholder and never overwrites it.`,
      );
    if (node.rotationDays === undefined) {
      block.acknowledge(
        secret,
        'AwsSolutions-SMG4',
        `${title} is not rotated in the design: "rotationDays" is not set`,
      );
      return;
    }
    block.acknowledge(
      secret,
      'AwsSolutions-SMG4',
      `${title} is to be rotated every ${node.rotationDays} days ("rotationDays"); what has to learn the new value is no part of the secret, so the schedule is added with the function that tells it`,
    );
    block.leaveOut(
      `the secret is not rotated by itself: add its rotation in lib/pipeline-stack.ts (\`addRotationSchedule\`, every ${node.rotationDays} days), with the function that changes the password where it is used`,
    );
  },
});

/** What the secret holds at first. Characters that need quotes in connection strings are never among it. */
function generated({ config }: NodeView<typeof service>): Code {
  const common = {
    passwordLength: config.passwordLength,
    excludePunctuation: !config.punctuation,
    excludeCharacters: config.punctuation ? ' "\'/@\\' : undefined,
  };
  return config.content === 'api-key'
    ? { secretStringTemplate: '{}', generateStringKey: 'api_key', ...common }
    : {
        secretStringTemplate: JSON.stringify({ username: config.username }),
        generateStringKey: 'password',
        ...common,
      };
}
