import { type Access, defineCdk, defineSlot, type NodeBlock, type NodeView } from '../../kit/cdk';
import { arn, glue, partition, region } from '../../kit/cdk-modules';
import { nameInStack } from '../../kit/cdk-names';
import { alarmOnEvent, alarmsWithout } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { byEdge, callOnSchedule, jsonOf } from '../../kit/job';
import { facts } from './facts';
import { service } from './service';

type QualityView = NodeView<typeof service>;
type QualityBlock = NodeBlock<typeof service>;

/** A table whose rows must pass the rules. */
export interface CheckedTable {
  readonly edge: string;
  readonly database: string;
  readonly table: string;
  /** The construct of the table, which has to be there first. */
  readonly construct: Expression;
}
export const checkedSlot = defineSlot<CheckedTable>('checked table');
/** Offered when a `cloudwatch` node takes its metrics. */
export const metricsSlot = defineSlot<true>('metrics');

const tablesOf = (view: QualityView): CheckedTable[] => {
  const all = byEdge(view.offered(checkedSlot));
  return all.filter(
    (one, index) => all.findIndex(({ database, table }) => database === one.database && table === one.table) === index,
  );
};
const rulesetId = (index: number): string => (index === 0 ? 'Ruleset' : `Ruleset${index + 1}`);
const rulesetName = (view: QualityView, index: number): Expression =>
  nameInStack(index === 0 ? view.id : `${view.id}-${index + 1}`, 255);

/** What an evaluation is started with: the table, the role, and the rule set. */
export function evaluation(view: NodeView, index = 0): { readonly [key: string]: Code } {
  const quality = view as unknown as QualityView;
  const table = tablesOf(quality)[index];
  const minutes = Math.ceil(Number(view.node.timeoutMinutes ?? facts.timeoutMinutes.value.usual));
  return {
    DataSource: { GlueTable: { DatabaseName: table?.database ?? '', TableName: table?.table ?? '' } },
    Role: view.role().member('roleArn'),
    NumberOfWorkers: quality.config.workers,
    Timeout: Math.min(facts.timeoutMinutes.value.most, Math.max(1, minutes)),
    RulesetNames: [rulesetName(quality, index)],
    AdditionalRunOptions: { CloudWatchMetricsEnabled: view.offered(metricsSlot).length > 0 },
  };
}

export const cdk = defineCdk(service, {
  assumedBy: { service: 'glue.amazonaws.com' },
  access: (view, action): readonly Access[] => {
    if (action === 'iam:PassRole')
      return [{ arn: view.role().member('roleArn'), shown: `<role of ${view.id}>`, via: 'role' }];
    return Array.from({ length: Math.max(1, tablesOf(view).length) }, (_, index) => ({
      arn: arn('glue', 'dataQualityRuleset/', rulesetName(view, index)),
      shown: `arn:aws:glue:<region>:<account>:dataQualityRuleset/${view.id}-<stack>`,
      via: 'role' as const,
    }));
  },
  emit: (block) => {
    const tables = tablesOf(block);
    const rules = block.config.qualityRules.map((rule) => rule.trim()).filter((rule) => rule !== '');
    if (rules.length === 0) rules.push(facts.usualRule.value);
    for (const index of Array.from({ length: Math.max(1, tables.length) }, (_, at) => at)) {
      const table = tables[index];
      const made = block.construct(rulesetId(index), glue.member('CfnDataQualityRuleset'), {
        name: rulesetName(block, index),
        description: `Rules of ${block.id}${table ? ` for ${table.table}` : ''}`,
        ruleset: `Rules = [\n  ${rules.join(',\n  ')}\n]`,
        targetTable: table && { databaseName: table.database, tableName: table.table },
      });
      if (table) block.run(made.method('addResourceDependency', table.construct));
    }
    if (tables.length === 0)
      block.leaveOut('it checks no table: draw a bucket before it, with a data set whose columns the design names');
    permissions(block);
    starting(block, tables);
    if (block.config.masksPii) block.leaveOut('it reads, and changes nothing: config.masksPii is for jobs');
    if ((block.node.alarms ?? []).includes('failure'))
      alarmOnEvent(block, 'Failed', {
        source: 'aws.glue-dataquality',
        type: 'Data Quality Evaluation Results Available',
        detail: {
          rulesetNames: Array.from({ length: Math.max(1, tables.length) }, (_, index) => rulesetName(block, index)),
          state: ['FAILED'],
        },
        description: 'Rules of quality failed',
      });
    alarmsWithout(block, ['failure']);
  },
});

/** What every evaluation needs besides its table: the libraries of the service, its results, its logs. */
function permissions(block: QualityBlock): void {
  const assets = template('arn:', partition, ':s3:::aws-glue-ml-data-quality-assets-', region, '/*');
  const logs = 'log-group:/aws-glue/*';
  block.allow({ actions: ['s3:GetObject'], resources: [assets] });
  block.allow({
    actions: ['glue:GetDataQualityRuleset', 'glue:PublishDataQuality'],
    resources: Array.from({ length: Math.max(1, tablesOf(block).length) }, (_, index) =>
      arn('glue', 'dataQualityRuleset/', rulesetName(block, index)),
    ),
  });
  block.allow({
    actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [arn('logs', logs)],
  });
  if (block.roleIsDeclared) return;
  const role = block.role();
  block.acknowledge(
    role,
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::aws-glue-ml-data-quality-assets-<AWS::Region>/*]',
    'AWS keeps the libraries of Glue Data Quality in this bucket of its own',
  );
  block.acknowledge(
    role,
    `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:${logs}]`,
    'Glue names the groups of the logs of evaluations',
  );
}

/** Evaluations are no resources of CloudFormation: a schedule of the design starts the first table's, or whoever is told how. */
function starting(block: QualityBlock, tables: readonly CheckedTable[]): void {
  if (tables.length === 0) return;
  const role = block.role().member('roleArn');
  callOnSchedule(block, {
    target: 'glue:startDataQualityRulesetEvaluationRun',
    input: evaluation(block),
    statements: [
      {
        actions: ['glue:StartDataQualityRulesetEvaluationRun'],
        resources: [arn('glue', 'dataQualityRuleset/', rulesetName(block, 0))],
      },
      { actions: ['iam:PassRole'], resources: [role] },
    ],
  });
  const part = block.part('Ruleset').tree;
  const base = part.type === 'member' ? part.name : block.id;
  for (const index of tables.keys())
    block.output(`${base}Run${index === 0 ? '' : index + 1}`, jsonOf(evaluation(block, index)));
  block.advise(
    `Start an evaluation of ${block.id} by hand with an output of the stack: \`aws glue start-data-quality-ruleset-evaluation-run --cli-input-json '<${base}Run>'\`. Step Functions starts it as a step.`,
  );
  if (tables.length > 1 && block.offered(checkedSlot).length > 1)
    block.remark(`Each table of ${block.id} is evaluated by a run of its own.`);
}
