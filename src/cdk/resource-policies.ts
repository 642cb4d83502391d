import type { NodeView } from '../kit/cdk';
import { iam } from '../kit/cdk-modules';
import { type Code, run, template } from '../kit/code';
import type { Assembly, BlockState } from './assembly';
import { principal, statementProps } from './roles';

/** What carries the resource policy that a node writes down in `policy.statements`, and what it speaks of. */
const policies: Readonly<
  Record<string, { readonly part: string; readonly arns: (view: NodeView) => readonly Code[] }>
> = {
  s3: {
    part: 'Bucket',
    arns: (view) => [view.part('Bucket').member('bucketArn'), template(view.part('Bucket').member('bucketArn'), '/*')],
  },
  'kinesis-data-streams': { part: 'Stream', arns: (view) => [view.part('Stream').member('streamArn')] },
  sqs: { part: 'Queue', arns: (view) => [view.part('Queue').member('queueArn')] },
  sns: { part: 'Topic', arns: (view) => [view.part('Topic').member('topicArn')] },
  // The policy of a key speaks of that key alone, and calls it "*".
  kms: { part: 'Key', arns: () => ['*'] },
};

export function resourcePolicies(assembly: Assembly): BlockState[] {
  const blocks: BlockState[] = [];
  for (const { node, view } of assembly.nodes.values()) {
    const statements = node.policy?.statements ?? [];
    if (statements.length === 0) continue;
    const policy = policies[node.kind];
    if (policy === undefined) {
      assembly.leftOut.push({
        element: node.id,
        reason: 'the export writes resource policies of buckets, streams, queues, topics and keys only',
      });
      continue;
    }
    const state: BlockState = { element: node.id, parts: [], statements: [], acknowledged: [] };
    for (const statement of statements) {
      const written = node.kind === 'kms' ? { ...statement, resources: [], notResources: [] } : statement;
      const props = statementProps(assembly, node.id, written, policy.arns(view));
      const principals = (statement.principals ?? []).flatMap((one) => principal(assembly, one) ?? []);
      const notPrincipals =
        principals.length > 0 ? [] : (statement.notPrincipals ?? []).flatMap((one) => principal(assembly, one) ?? []);
      if (!props) continue;
      if (principals.length + notPrincipals.length === 0) {
        assembly.leftOut.push({
          element: node.id,
          reason: 'a statement of its resource policy names no principal that IAM knows',
        });
        continue;
      }
      const who = principals.length > 0 ? { principals } : { notPrincipals };
      state.statements.push(
        run(
          view.part(policy.part).method('addToResourcePolicy', iam.member('PolicyStatement').new({ ...who, ...props })),
        ),
      );
    }
    blocks.push(state);
  }
  return blocks;
}
