import { defineRule, labelOf } from '../../../kit/rule';
import { storedVolume } from '../../../kit/volume';
import { service as opensearch } from '../../../services/opensearch/service';
import { service as opensearchServerless } from '../../../services/opensearch-serverless/service';

export const rule = defineRule([opensearch, opensearchServerless], {
  id: 'security/opensearch-public',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep search domains and collections within a VPC.',
  why: 'A domain outside a VPC has a public endpoint for ever, since it cannot be moved into one; a single open access policy then shows every document.',
  source: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html',
  ],
  fix: null,
  references: { lens: ['5.1'], hub: ['Opensearch.2'], nag: ['OS1'], checkov: ['CKV_AWS_137'] },
  check({ node, graph, need, know, mention, undecided, report }) {
    const isOpen = need(node, ['public']);
    if (!isOpen && !(node.kind === opensearch.kind && liesOutside())) return;
    const volume = storedVolume({ mention }, graph.dataOf(node));
    report({
      at: [isOpen ? 'public' : 'subnet'],
      message: `${labelOf(node)} has a public endpoint over ${volume ? `${volume} of ` : ''}indexed data; its access policy is all that protects them. Make it in a VPC.`,
    });

    /** A domain of which nobody says where it lies may be made either way. */
    function liesOutside(): boolean {
      if (know(node, ['vpc']) !== undefined) return false;
      return (know(node, ['subnet']) ?? undecided(node, ['subnet'])) === 'none';
    }
  },
});
