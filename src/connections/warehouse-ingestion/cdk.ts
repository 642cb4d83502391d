import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { template } from '../../kit/code';
import { bootstrapBrokers, brokersSlot, clientPort, topicName } from '../../services/msk/cdk';
import { iamRole, roleHolder, runSql, type Sql, sqlName } from '../warehouse-sql';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: ({ from, to, offer, hand }) => {
    if (from.kind !== 'msk') return;
    offer(from, brokersSlot, true);
    // Brokers are reached through the VPC only, and so are they then by COPY and UNLOAD.
    hand(to, to.kind === 'redshift-serverless' ? 'Workgroup' : roleHolder(to), { enhancedVpcRouting: true });
  },
  emit: (block) => {
    const { from, to } = block;
    block.grant();
    if (from.kind === 'msk') block.connect(to, from, clientPort);
    runSql(block, to, 'Stream', from.kind === 'msk' ? fromTopics(block) : fromStream(block), {
      after: from.kind === 'msk' ? [from.part('Brokers')] : [],
    });
    block.advise(
      `${to.id} shows the records of ${from.id} in the materialized views of its public schema: JSON in the column payload. Records that are not JSON are left out there.`,
    );
  },
});

const schemaOf = ({ edge }: EdgeBlock): string => sqlName(`${edge.id}_stream`);

/** A view for each data set: all of them read the one stream, and tell their records apart by their content. */
function fromStream(block: EdgeBlock): Sql[] {
  const { from, to, data } = block;
  const schema = schemaOf(block);
  const stream = from.part('Stream').member('streamName');
  const views = data.length > 0 ? data.map(({ id }) => id) : [from.id];
  return [
    { sql: template(`CREATE EXTERNAL SCHEMA IF NOT EXISTS ${schema} FROM KINESIS `, iamRole(to.role())) },
    ...views.map((id) => ({
      sql: template(
        `CREATE MATERIALIZED VIEW public.${sqlName(id)} AUTO REFRESH YES AS SELECT approximate_arrival_timestamp, partition_key, shard_id, sequence_number, JSON_PARSE(kinesis_data) AS payload FROM ${schema}."`,
        stream,
        '" WHERE CAN_JSON_PARSE(kinesis_data)',
      ),
      unlessExists: true,
    })),
  ];
}

function fromTopics(block: EdgeBlock): Sql[] {
  const { from, to, data } = block;
  const schema = schemaOf(block);
  const topics =
    data.length > 0
      ? data.map((set) => ({ id: set.id, topic: topicName(set, from) }))
      : [{ id: from.id, topic: topicName(undefined, from) }];
  return [
    {
      sql: template(
        `CREATE EXTERNAL SCHEMA IF NOT EXISTS ${schema} FROM KAFKA `,
        iamRole(to.role()),
        " AUTHENTICATION iam URI '",
        bootstrapBrokers(from),
        "'",
      ),
    },
    ...topics.map(({ id, topic }) => ({
      sql: `CREATE MATERIALIZED VIEW public.${sqlName(id)} AUTO REFRESH YES AS SELECT kafka_partition, kafka_offset, kafka_timestamp, JSON_PARSE(kafka_value) AS payload FROM ${schema}."${topic}" WHERE CAN_JSON_PARSE(kafka_value)`,
      unlessExists: true,
    })),
  ];
}
