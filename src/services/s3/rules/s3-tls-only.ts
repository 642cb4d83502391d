import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { isFlow } from '../../../model/graph';
import type { Statement } from '../../../model/vocabulary';
import { service as s3 } from '../service';

export const rule = defineRule(s3, {
  id: 'security/s3-tls-only',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Deny requests to a bucket that do not use TLS.',
  why: 'S3 answers plain HTTP as well; a client that uses it sends objects and request signatures over the network in clear.',
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html',
  fix: 'quickfix',
  references: { lens: ['3.6'], hub: ['S3.5'], nag: ['S10'], checkov: ['CKV_AWS_379'] },
  check({ node, graph, need, know, report, set }) {
    if (need(node, ['config', 'tlsOnly'])) return;
    if (know(node, ['policy', 'statements'])?.some(deniesPlainHttp)) return;
    const edges = [...graph.edgesIn(node), ...graph.edgesOut(node)].filter(isFlow).length;
    report({
      at: ['config', 'tlsOnly'],
      message: `${labelOf(node)} still answers plain HTTP${edges > 0 ? `, and ${counted(edges, 'edge')} ${edges === 1 ? 'reads or writes' : 'read or write'} it` : ''}; objects and signatures could travel in clear. Deny requests without TLS.`,
      values: { edges },
      fix: { title: 'Deny requests without TLS', edits: [set(node, ['config', 'tlsOnly'], true)] },
    });
  },
});

/** The statement every guide prints: Deny for everybody while `aws:SecureTransport` is false. */
function deniesPlainHttp({ effect, principals, conditions }: Statement): boolean {
  return (
    effect === 'Deny' &&
    (principals ?? []).includes('*') &&
    Object.entries(conditions ?? {}).some(
      ([operator, keys]) =>
        /^Bool(IfExists)?$/i.test(operator) &&
        typeof keys === 'object' &&
        !Array.isArray(keys) &&
        Object.entries(keys).some(
          ([key, value]) => key.toLowerCase() === 'aws:securetransport' && String(value).toLowerCase() === 'false',
        ),
    )
  );
}
