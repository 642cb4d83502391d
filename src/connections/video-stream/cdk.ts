import { defineCdkConnection } from '../../kit/cdk';
import { edgeFolders } from '../lake-layout';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, to } = block;
    block.grant({ prefixes: to.kind === 's3' ? edgeFolders(block, to) : undefined });
    if (to.kind === 's3')
      block.advise(
        `Switch on the images of ${from.id}: \`aws kinesisvideo update-image-generation-configuration\` with ${to.id} as destination. CloudFormation has no property for it.`,
      );
    if (to.kind === 'sagemaker')
      block.leaveOut(
        `something of yours takes frames out of ${from.id} and asks ${to.id}: its permissions are in the README`,
      );
  },
});
