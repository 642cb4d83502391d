import { defineNodeRule, labelOf } from '../../../kit/rule';
import { streamsInto } from '../../../kit/streams';
import { customerKeys } from '../../tables/customer-keys';

const buffers: ReadonlySet<string> = new Set(customerKeys.buffersWithKey.value);
const keyWords = {
  none: 'no encryption',
  'aws-owned': 'a key AWS owns',
  'aws-managed': 'the AWS managed key',
} as const;

export const rule = defineNodeRule({
  id: 'security/store-without-cmk',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep confidential and restricted data under a customer-managed key.',
  why: 'Only the policy of a key of your own can say who may decrypt, apart from who may read the store, and only its use can be revoked.',
  exceptions:
    'A delivery stream that reads a data stream keeps nothing of its own at rest: the stream is asked instead.',
  source: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-mgmt',
    customerKeys.buffersWithKey.source,
  ],
  fix: 'quickfix',
  scaling: 'encryption',
  references: {
    lens: ['3.6', '3.5'],
    hub: ['S3.17', 'RedshiftServerless.4'],
    checkov: [
      'CKV_AWS_145',
      'CKV_AWS_142',
      'CKV_AWS_282',
      'CKV_AWS_119',
      'CKV_AWS_185',
      'CKV_AWS_241',
      'CKV_AWS_247',
      'CKV_AWS_327',
    ],
  },
  check({ node, graph, need, know, mention, each, report, set }) {
    if (!graph.isStore(node) && !buffers.has(node.kind)) return;
    if (node.kind === 'firehose' && streamsInto(graph, node).length > 0) return;
    const encryption = know(node, ['encryption']);
    if (encryption === 'cmk') return;
    const keys = graph.nodesOfKind('kms');
    const [key] = keys;
    each(graph.dataOf(node), (data) => {
      const classification = need(data, ['classification']);
      if (classification !== 'confidential' && classification !== 'restricted') return;
      report({
        at: ['encryption'],
        severity: classification === 'restricted' ? 'error' : 'warning',
        message: `${labelOf(node)} keeps ${classification} data "${labelOf(data)}" under ${encryption ? keyWords[encryption] : 'no key of your own'}; nobody can separate who may decrypt from who may read. Use a customer-managed key.`,
        values: { classification, ...(encryption && { encryption }) },
        // Which key is a decision: only where there is just one to choose from, and a sound one, does the fix choose.
        fix:
          key && keys.length === 1 && mention(key, ['config', 'keyRotation']) === true
            ? {
                title: `Encrypt with ${labelOf(key)}`,
                edits: [set(node, ['encryption'], 'cmk'), set(node, ['kmsKey'], key.id)],
              }
            : undefined,
      });
    });
  },
});
