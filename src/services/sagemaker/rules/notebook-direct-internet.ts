import { defineRule, labelOf } from '../../../kit/rule';
import { classifications } from '../../../model/vocabulary';
import { service as sagemaker } from '../service';

export const rule = defineRule(sagemaker, {
  id: 'security/notebook-direct-internet',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let notebooks reach the internet through your network only, or not at all.',
  why: 'In a notebook anybody runs any code on the data: with a route of its own to the internet, data leaves where no firewall and no log sees it.',
  exceptions: 'Endpoints and labelling jobs have no notebook.',
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html',
  fix: 'quickfix',
  references: {
    lens: ['5.1'],
    hub: ['SageMaker.1', 'SageMaker.2'],
    nag: ['SM3', 'SM1'],
    checkov: ['CKV_AWS_122', 'CKV_AWS_306'],
  },
  check({ node, graph, need, know, mention, report, set }) {
    if (need(node, ['config', 'feature']) !== 'training') return;
    const direct = need(node, ['config', 'directInternet']);
    const outside = know(node, ['subnet']) === 'none';
    if (!direct && !outside) return;
    const ranks = graph.dataOf(node).flatMap((data) => mention(data, ['classification']) ?? []);
    const highest = classifications.findLast((classification) => ranks.includes(classification));
    report({
      at: direct ? ['config', 'directInternet'] : ['subnet'],
      message: `${labelOf(node)} reads ${highest ? `${highest} data` : 'data'} and ${direct ? 'has a direct route to the internet' : 'lies in no subnet of yours'}; what code sends out, nobody sees. Switch the route off${outside ? ', and place it in a private subnet' : ''}.`,
      values: { direct },
      fix: {
        title: outside ? 'Place it in a private subnet' : 'Switch direct internet access off',
        edits: [
          ...(direct ? [set(node, ['config', 'directInternet'], false)] : []),
          ...(outside ? [set(node, ['subnet'], 'private')] : []),
        ],
      },
    });
  },
});
