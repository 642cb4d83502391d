import { type Access, defineCdk, defineSlot, type NodeBlock } from '../../kit/cdk';
import { dataexchange } from '../../kit/cdk-modules';
import { parameterName } from '../../kit/cdk-names';
import { alarmsWithout } from '../../kit/cdk-parts';
import { type Code, type Expression, template } from '../../kit/code';
import { service } from './service';

/** A bucket that revisions are exported to. */
export interface Exported {
  readonly edge: string;
  readonly bucketName: Code;
  readonly prefix: string;
  readonly key: Expression | undefined;
}
export const exportedSlot = defineSlot<Exported>('exported');

export const cdk = defineCdk(service, {
  access: (view, action): Access[] => {
    const resource = action.includes('Job') ? 'jobs' : 'data-sets';
    return [
      {
        arn: '*',
        shown: `arn:aws:dataexchange:<region>:<account>:${resource}/*`,
        via: 'role',
        wildcard: { reason: `ids of ${resource} of ${view.title} are given by Data Exchange`, finding: template('*') },
      },
    ];
  },
  emit: (block) => {
    const exported = block.offered(exportedSlot);
    if (!block.config.autoExport || exported.length === 0)
      block.leaveOut(
        exported.length === 0
          ? 'nothing is drawn that takes its revisions: subscriptions themselves are made in the console'
          : 'revisions are exported by hand: config.autoExport is false',
      );
    else for (const target of exported) eventAction(block, target);
    block.advise(
      `Subscribe to the product of ${block.id} in Data Exchange before you deploy: no template can. The id of its data set is a parameter of the stack unless config.dataSetId says it.`,
    );
    alarmsWithout(block, []);
  },
});

function eventAction(block: NodeBlock<typeof service>, { edge, bucketName, prefix, key }: Exported): void {
  const dataSetId =
    block.config.dataSetId ??
    block.parameter(
      `${parameterName(block.id)}DataSetId`,
      `Id of the entitled data set of ${block.id} in Data Exchange`,
      {
        allowedPattern: '^[a-z0-9]{30,36}$',
      },
    );
  block.construct(`EventAction-${edge}`, dataexchange.member('CfnEventAction'), {
    event: { revisionPublished: { dataSetId } },
    action: {
      exportRevisionToS3: {
        revisionDestination: {
          bucket: bucketName,
          keyPattern: `${prefix}\${Revision.CreatedAt}/\${Asset.Name}`,
        },
        encryption: key ? { type: 'aws:kms', kmsKeyArn: key.member('keyArn') } : { type: 'AES256' },
      },
    },
  });
}
