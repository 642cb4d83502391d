import { defineCdkConnection } from '../../kit/cdk';
import { cloudfront, cloudfrontOrigins } from '../../kit/cdk-modules';
import { connection } from './connection';

export const cdk = defineCdkConnection(connection, {
  emit: (block) => {
    const { from, edge } = block;
    const bucket = from.part('Bucket');
    const site = block.part(from, 'Distribution', cloudfront.member('Distribution'), {
      comment: `Serves the bucket ${from.id}`,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: cloudfrontOrigins.member('S3BucketOrigin').method('withOriginAccessControl', bucket),
        viewerProtocolPolicy: cloudfront.member('ViewerProtocolPolicy').member('REDIRECT_TO_HTTPS'),
        responseHeadersPolicy: cloudfront.member('ResponseHeadersPolicy').member('SECURITY_HEADERS'),
      },
    });
    const page = `the page that visitors load over edge "${edge.id}"`;
    block.acknowledge(site, 'AwsSolutions-CFR1', `the design restricts ${page} to no country`);
    block.acknowledge(
      site,
      'AwsSolutions-CFR2',
      `the design draws no firewall before ${page}: it is files that anybody may read`,
    );
    block.acknowledge(
      site,
      'AwsSolutions-CFR3',
      `${from.title} keeps no access log of ${page} in the design: its "logs" do not ask for one of the distribution`,
    );
    block.acknowledge(
      site,
      'AwsSolutions-CFR4',
      'the design names no domain, so the distribution has its default certificate, whose TLS version CloudFront sets; give it a domain and a certificate in lib/pipeline-stack.ts',
    );
    if (from.key()) {
      const drawn = block.design.find(from.node.kmsKey);
      block.acknowledge(
        (drawn?.kind === 'kms' ? drawn : from).scope,
        '@aws-cdk/aws-cloudfront-origins:wildcardKeyPolicyForOac',
        `the key of ${from.title} may be used by every distribution of this account: one that names the distribution would need it before it exists; narrow it after the first deployment`,
      );
    }
    const { tree } = site;
    if (tree.type === 'member') block.output(`${tree.name}Domain`, site.member('distributionDomainName'));
    block.advise(
      `Put the files of the site into the bucket of ${from.id}: \`aws s3 sync <folder> s3://<bucket>\`. Visitors load it from the domain of its distribution.`,
    );
  },
});
