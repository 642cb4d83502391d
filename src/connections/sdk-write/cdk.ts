import { defineCdkConnection, type EdgeBlock } from '../../kit/cdk';
import { type Expression, template } from '../../kit/code';
import { deliverTo } from '../deliver-to';
import { detailType } from '../event-names';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { design, edge, from, to } = block;
    if (
      from.kind === 'lambda' &&
      design
        .neighbours(from, 'in')
        .some(({ edge: back, view }) => view.id === to.id && view.kind === 'firehose' && back.from === to.id)
    ) {
      return block.remark(
        'The function gives the records back to the stream that called it: that needs no permission.',
      );
    }
    const prefixes = to.kind === 's3' ? edgeFolders(block, to) : undefined;
    block.grant({ prefixes });
    if (to.kind === 'eventbridge' && from.kind !== 'lambda')
      block.advise(
        `Events that ${from.id} puts into ${to.id} have the detail type "${detailType(to, block.data[0])}".`,
      );
    if (from.kind === 'lambda') deliverTo(block, 'DELIVER_TO', address(block, edge.prefix ?? prefixes?.[0] ?? ''));
  },
});

/** What `deliver.mjs` and `deliver.py` understand: a scheme, a name, and for a bucket a prefix. */
function address({ to, data }: EdgeBlock, prefix: string): Expression {
  switch (to.kind) {
    case 's3':
      return template('s3:', to.part('Bucket').member('bucketName'), `/${prefix}`);
    case 'firehose':
      return template('firehose:', to.part('Stream').member('ref'));
    case 'sqs':
      return template('sqs:', to.part('Queue').member('queueUrl'));
    case 'sns':
      return template('sns:', to.part('Topic').member('topicArn'));
    case 'eventbridge':
      return template('events:', to.part('Bus').member('eventBusName'), `/${detailType(to, data[0])}`);
    default:
      return template('kinesis:', to.part('Stream').member('streamName'));
  }
}
