import { defineCdk } from '../../kit/cdk';
import { arn, macie } from '../../kit/cdk-modules';
import { alarmsWithout } from '../../kit/cdk-parts';
import { service } from './service';

export const cdk = defineCdk(service, {
  // The scheduler starts jobs under the role of the node.
  assumedBy: { service: 'scheduler.amazonaws.com' },
  access: (view, action) => [
    action.startsWith('macie2:') && /ClassificationJob/.test(action)
      ? {
          arn: arn('macie2', 'classification-job/*'),
          shown: 'arn:aws:macie2:<region>:<account>:classification-job/*',
          via: 'role',
          wildcard: { reason: `each run of ${view.title} is a job of its own, to which Macie gives its id` },
        }
      : {
          arn: '*',
          shown: '*',
          via: 'role',
          wildcard: { reason: 'Macie knows no other resources in IAM policies than jobs, filters and members' },
        },
  ],
  emit: (block) => {
    const { config, design } = block;
    alarmsWithout(block, []);
    const first = design.graph
      .nodesOfKind('macie')
      .map(({ id }) => id)
      .sort()[0];
    if (!config.enable) return;
    if (first !== block.id) {
      block.leaveOut(`Macie is enabled once for the account and Region: by ${first}`);
      return;
    }
    block.construct('Session', macie.member('CfnSession'), {
      status: 'ENABLED',
      findingPublishingFrequency: config.publishing,
    });
    block.advise(
      `If Macie is on already in the account, set \`enable\` of ${block.id} to false before you deploy: it cannot be enabled twice.`,
    );
  },
});
