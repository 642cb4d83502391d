import { defineCdk, defineSlot, type NodeBlock } from '../../kit/cdk';
import { appflow, arn } from '../../kit/cdk-modules';
import { plainName } from '../../kit/cdk-names';
import { alarmOn, alarmsWithout } from '../../kit/cdk-parts';
import type { Code } from '../../kit/code';
import type { DataSet } from '../../model/vocabulary';
import { facts } from './facts';
import { service } from './service';

/** Where a flow reads. */
export interface FlowSource {
  readonly edge: string;
  /** Name of the product as the design has it. */
  readonly product: string;
  readonly object: string;
  /** Name of the connection that somebody made in the console. */
  readonly profile: Code;
  readonly data: readonly DataSet[];
  readonly incremental: boolean;
  readonly masks: boolean;
  readonly intervalMinutes: number | undefined;
}
export const flowSourceSlot = defineSlot<FlowSource>('flow-source');
/** Where a flow writes: a destination of the API. */
export const flowDestinationSlot = defineSlot<{ readonly edge: string; readonly destination: Code }>(
  'flow-destination',
);

/** The catalog that a flow describes its files in. */
export const flowCatalogSlot = defineSlot<{ readonly edge: string; readonly database: string }>('flow-catalog');

type Block = NodeBlock<typeof service>;

const flowName = (view: Pick<Block, 'id'>): string => plainName(view.id, 256);

export const cdk = defineCdk(service, {
  assumedBy: { service: 'appflow.amazonaws.com' },
  access: (view) => [
    {
      arn: arn('appflow', 'flow/', flowName(view)),
      shown: `arn:aws:appflow:<region>:<account>:flow/${flowName(view)}`,
      via: 'role',
    },
  ],
  emit: (block) => {
    const { config } = block;
    const [source, ...more] = block.offered(flowSourceSlot);
    const destinations = block.offered(flowDestinationSlot);
    if (!source || destinations.length === 0)
      return block.leaveOut('a flow needs an application that it reads and a place that it writes to: draw both');
    if (more.length > 0) block.leaveOut(`a flow reads one application, ${source.edge} here: draw a flow for each`);
    const [catalog] = block.offered(flowCatalogSlot);
    const known = connectorOf(source.product);
    const minutes = source.intervalMinutes ?? config.intervalMinutes;
    const incremental = source.incremental && config.incrementalColumn !== undefined;
    if (source.incremental && !incremental)
      block.leaveOut('everything is read each time: config.incrementalColumn names no column of the last change');
    const flow = block.construct('Flow', appflow.member('CfnFlow'), {
      flowName: flowName(block),
      description: `Flow ${block.id} of the design`,
      kmsArn: block.key()?.member('keyArn'),
      flowStatus: minutes === undefined ? undefined : 'Active',
      triggerConfig:
        minutes === undefined
          ? { triggerType: 'OnDemand' }
          : {
              triggerType: 'Scheduled',
              triggerProperties: {
                scheduleExpression: `rate(${minutes}minutes)`,
                dataPullMode: incremental ? 'Incremental' : 'Complete',
              },
            },
      sourceFlowConfig: {
        connectorType: known?.type ?? 'CustomConnector',
        connectorProfileName: source.profile,
        sourceConnectorProperties: known
          ? { [known.property]: { object: source.object } }
          : { customConnector: { entityName: source.object } },
        incrementalPullConfig:
          incremental && minutes !== undefined ? { datetimeTypeFieldName: config.incrementalColumn } : undefined,
      },
      destinationFlowConfigList: destinations.map(({ destination }) => destination),
      metadataCatalogConfig: catalog && {
        glueDataCatalog: {
          databaseName: catalog.database,
          roleArn: block.role().member('roleArn'),
          tablePrefix: plainName(block.id, 32).replaceAll('-', '_'),
        },
      },
      tasks: tasks(block, source, known?.property ?? 'customConnector'),
    });
    if (config.vpcConnection.length > 0)
      block.leaveOut(
        'private connections are part of the connection that is made in the console: config.vpcConnection',
      );
    if (block.node.alarms?.includes('failure'))
      alarmOn(
        block,
        'Failed',
        {
          namespace: 'AWS/AppFlow',
          metricName: 'FlowExecutionsFailed',
          dimensions: { FlowName: flow.member('ref') },
          statistic: 'Sum',
          periodMinutes: 60,
        },
        { threshold: 0, above: true, description: 'The flow failed' },
      );
    alarmsWithout(block, ['failure']);
  },
});

const connectorOf = (product: string): { readonly type: string; readonly property: string } | undefined =>
  new Map(Object.entries(facts.connectors.value)).get(product.toLowerCase().replace(/[^a-z]/g, ''));

/** What is done with each record: personal columns are masked, records without a needed value dropped, the rest passes. */
function tasks({ config }: Block, source: FlowSource, property: string): Code {
  const operator = (name: string): Code => ({ [property]: name });
  const columns = new Set(source.data.flatMap((set) => (set.columns ?? []).map(({ name }) => name)));
  const personal = config.masksPii || source.masks ? source.data.flatMap(({ piiColumns }) => piiColumns ?? []) : [];
  const needed = config.qualityRules.filter((rule) => columns.has(rule));
  return [
    {
      taskType: 'Map_all',
      sourceFields: [],
      connectorOperator: operator('NO_OP'),
      taskProperties: [{ key: 'EXCLUDE_SOURCE_FIELDS_LIST', value: '[]' }],
    },
    ...[...new Set(personal)].map((column) => ({
      taskType: 'Mask',
      sourceFields: [column],
      connectorOperator: operator('MASK_ALL'),
      taskProperties: [{ key: 'MASK_VALUE', value: '*' }],
    })),
    ...needed.map((column) => ({
      taskType: 'Validate',
      sourceFields: [column],
      connectorOperator: operator('VALIDATE_NON_NULL'),
      taskProperties: [{ key: 'VALIDATION_ACTION', value: 'DropRecord' }],
    })),
  ];
}

/** A place under a prefix of a bucket, as a destination. */
export const intoBucket = (bucketName: Code, prefix: string, format: 'JSON' | 'CSV' | 'PARQUET'): Code => ({
  connectorType: 'S3',
  destinationConnectorProperties: {
    s3: {
      bucketName,
      bucketPrefix: prefix === '' ? undefined : prefix.replace(/\/$/, ''),
      s3OutputFormatConfig: {
        fileType: format,
        aggregationConfig: { aggregationType: 'SingleFile' },
        prefixConfig: { prefixType: 'PATH', prefixFormat: 'DAY' },
      },
    },
  },
});
