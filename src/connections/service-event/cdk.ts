import { defineCdkConnection, type EdgeView } from '../../kit/cdk';
import { s3 } from '../../kit/cdk-modules';
import { l1Of } from '../../kit/cdk-parts';
import type { Code } from '../../kit/code';
import { reportSlot } from '../../services/eventbridge/cdk';
import { newObjects } from '../rule-target';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  prepare: (view) => {
    view.offer(view.to, reportSlot, { edge: view.edge.id, pattern: patterns[view.from.kind]!(view) });
  },
  emit: (block) => {
    const { from, to, design } = block;
    if (from.kind === 's3')
      block.run(
        l1Of(from.part('Bucket'), s3.member('CfnBucket')).method(
          'addPropertyOverride',
          'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
          true,
        ),
      );
    else block.remark('The service reports to the default bus by itself: rules of the account listen there.');
    if (design.neighbours(to, 'out').length === 0)
      block.leaveOut('nothing listens: draw what the events are for behind EventBridge');
  },
});

/** What rules listen for: the events of this very node. */
const patterns: Readonly<Record<string, (view: EdgeView) => { readonly [key: string]: Code }>> = {
  s3: ({ from, edge }) => newObjects(from.part('Bucket'), edge.prefix),
  'glue-crawler': ({ from }) => ({
    source: ['aws.glue'],
    'detail-type': ['Glue Crawler State Change'],
    detail: { crawlerName: [from.part('Crawler').member('ref')] },
  }),
  'glue-data-quality': ({ from }) => ({
    source: ['aws.glue-dataquality'],
    'detail-type': ['Data Quality Evaluation Results Available'],
    detail: { rulesetNames: [from.part('Ruleset').member('ref')] },
  }),
  macie: () => ({ source: ['aws.macie'], 'detail-type': ['Macie Finding'] }),
};
