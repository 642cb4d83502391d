import { iam } from '../kit/cdk-modules';
import { run } from '../kit/code';
import type { Assembly, BlockState } from './assembly';
import { statementProps } from './roles';

/** Constructs that carry the resource policy that a node writes down in `policy.statements`. */
const policyParts: Readonly<Record<string, string>> = { s3: 'Bucket', kms: 'Key', 'kinesis-data-streams': 'Stream' };

export function resourcePolicies(assembly: Assembly): BlockState[] {
  const blocks: BlockState[] = [];
  for (const { node, view } of assembly.nodes.values()) {
    const statements = node.policy?.statements ?? [];
    if (statements.length === 0) continue;
    const part = policyParts[node.kind];
    if (part === undefined) {
      assembly.leftOut.push({
        element: node.id,
        reason: 'the export writes resource policies of buckets, streams and keys only',
      });
      continue;
    }
    const state: BlockState = { element: node.id, parts: [], statements: [], acknowledged: [] };
    for (const statement of statements) {
      const { props } = statementProps(assembly, statement);
      // The policy of a key speaks of that key alone, and calls it "*".
      const resources = node.kind === 'kms' ? ['*'] : (props.resources ?? props.notResources);
      state.statements.push(
        run(
          view
            .part(part)
            .method(
              'addToResourcePolicy',
              iam.member('PolicyStatement').new({ ...props, ...(props.notResources === undefined && { resources }) }),
            ),
        ),
      );
    }
    blocks.push(state);
  }
  return blocks;
}
