import { type Access, defineCdk, defineSlot, type NodeBlock } from '../../kit/cdk';
import { arn, databrew } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmsWithout } from '../../kit/cdk-parts';
import { makeStaging } from '../../kit/cdk-staging';
import type { Code, Expression } from '../../kit/code';
import type { DataSet } from '../../model/vocabulary';
import { service } from './service';

type Block = NodeBlock<typeof service>;

/** What a recipe is applied to: an input of the API. */
export interface PreparedInput {
  readonly edge: string;
  readonly input: Code;
  readonly format: 'CSV' | 'JSON' | 'PARQUET' | undefined;
  readonly data: readonly DataSet[];
}
export const inputSlot = defineSlot<PreparedInput>('prepared-input');
/** Where the result goes: a file output, or one into a database. */
export interface PreparedOutput {
  readonly edge: string;
  readonly file?: Code;
  readonly database?: Code;
}
export const outputSlot = defineSlot<PreparedOutput>('prepared-output');

const jobName = (view: Pick<Block, 'id'>): Expression => nameInStack(view.id, 240);

export const cdk = defineCdk(service, {
  assumedBy: { service: 'databrew.amazonaws.com' },
  access: (view, action): Access[] => {
    if (action === 'iam:PassRole')
      return [{ arn: view.role().member('roleArn'), shown: `<role of ${view.id}>`, via: 'role' }];
    return [
      {
        arn: arn('databrew', 'job/', jobName(view)),
        shown: `arn:aws:databrew:<region>:<account>:job/<job of ${view.id}>`,
        via: 'role',
      },
    ];
  },
  emit: (block) => {
    makeStaging(block);
    const [input, ...more] = block.offered(inputSlot);
    const outputs = block.offered(outputSlot);
    for (const other of more)
      block.leaveOut(`a job prepares one data set, that of edge ${input!.edge}, not of ${other.edge}`);
    if (!input || outputs.length === 0)
      return block.leaveOut('a recipe takes data from one place to another: draw both ends');
    const role = block.role();
    const columns = input.data.flatMap((set) => set.columns ?? []).map(({ name }) => name);
    const personal = block.config.masksPii
      ? [...new Set(input.data.flatMap(({ piiColumns }) => piiColumns ?? []))]
      : [];
    const dataset = block.construct('Dataset', databrew.member('CfnDataset'), {
      name: nameInStack(`${block.id}-data`, 240),
      format: input.format,
      input: input.input,
    });
    const recipe = block.construct('Recipe', databrew.member('CfnRecipe'), {
      name: nameInStack(`${block.id}-recipe`, 240),
      description: `Recipe of ${block.id}`.slice(0, 1024),
      steps: [
        ...(personal.length > 0
          ? [{ action: { operation: 'DELETE', parameters: { sourceColumns: JSON.stringify(personal) } } }]
          : []),
        ...(columns[0] === undefined || personal.includes(columns[0])
          ? []
          : [{ action: { operation: 'REMOVE_DUPLICATES', parameters: { sourceColumn: columns[0] } } }]),
      ],
    });
    const project = block.construct('Project', databrew.member('CfnProject'), {
      name: nameInStack(`${block.id}-project`, 240),
      datasetName: dataset.member('ref'),
      recipeName: recipe.member('ref'),
      roleArn: role.member('roleArn'),
      sample: { type: 'FIRST_N', size: 500 },
    });
    const key = block.key();
    const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [file]));
    const databases = outputs.flatMap(({ database }) => (database === undefined ? [] : [database]));
    const job = block.construct('Job', databrew.member('CfnJob'), {
      name: jobName(block),
      type: 'RECIPE',
      projectName: project.member('ref'),
      roleArn: role.member('roleArn'),
      encryptionMode: key ? 'SSE-KMS' : 'SSE-S3',
      encryptionKeyArn: key?.member('keyArn'),
      logSubscription: 'ENABLE',
      maxCapacity: block.config.maxNodes,
      maxRetries: Math.min(10, Math.max(0, Math.round(Number(block.field('retries') ?? 0)))),
      timeout: Math.max(1, Math.round(Number(block.field('timeoutMinutes') ?? 2880))),
      outputs: files.length > 0 ? files : undefined,
      databaseOutputs: databases.length > 0 ? databases : undefined,
    });
    block.run(job.member('node').method('addDependency', role));
    block.allow({
      actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [arn('logs', 'log-group:/aws-glue-databrew/', jobName(block))],
    });
    if (key) block.allow({ actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [key.member('keyArn')] });
    if (block.config.qualityRules.length > 0)
      block.leaveOut(
        'quality rules are written in DataBrew itself: draw Glue Data Quality for DQDL (config.qualityRules)',
      );
    block.advise(`Put the recipe of ${block.id} together in DataBrew: its first steps are those of the design.`);
    alarmsWithout(block, []);
  },
});
