import { defineRule, labelOf } from '../../../kit/rule';
import { fewOf } from '../../../kit/words';
import type { PipelineNode, Statement } from '../../../model/vocabulary';
import { service as kms } from '../../../services/kms/service';
import { service as lambda } from '../../../services/lambda/service';
import { service as opensearch } from '../../../services/opensearch/service';
import { service as s3 } from '../../../services/s3/service';
import { servesBrowsersOnly } from '../../../services/s3/website';
import { service as sns } from '../../../services/sns/service';
import { service as sqs } from '../../../services/sqs/service';
import { isAllow, isAnyone, isNarrowed } from '../../policies';
import { iam } from '../../tables/iam';

const narrowing: ReadonlySet<string> = new Set(iam.restrictingKeys.value);
/** What browsers need of a website. */
const reading: ReadonlySet<string> = new Set(['s3:GetObject']);

export const rule = defineRule([s3, sqs, sns, kms, opensearch, lambda], {
  id: 'iam/public-resource-policy',
  severity: 'error',
  since: '0.1.0',
  summary: 'Name who may use a resource in its policy.',
  why: 'A policy for "*" is for every account of AWS, and often for callers without any: they read, send, decrypt or run as they like, and you pay.',
  exceptions:
    'A condition on the organisation, the account, the network or the source narrows it. A bucket that serves a website to browsers alone may let them read.',
  source: iam.restrictingKeys.source,
  fix: null,
  references: {
    lens: ['5.1'],
    hub: ['S3.2', 'S3.3', 'SQS.3', 'SNS.4', 'KMS.5'],
    checkov: ['CKV_AWS_70', 'CKV_AWS_168', 'CKV_AWS_169', 'CKV_AWS_33'],
  },
  check(work) {
    const node = work.node as PipelineNode;
    for (const [index, statement] of (node.policy?.statements ?? []).entries()) {
      const open = (statement.principals ?? []).findIndex(isAnyone);
      if (open === -1 || !isAllow(statement) || isNarrowed(statement.conditions, narrowing)) continue;
      if (node.kind === s3.kind && onlyReads(statement) && servesBrowsersOnly(work, node)) continue;
      const actions = statement.actions ?? [];
      const what = actions.length > 0 ? fewOf(actions) : 'everything that it does not name';
      work.report({
        at: ['policy', 'statements', index, 'principals', open],
        message: `${labelOf(node)} is open to everyone for ${what}: no condition says who. Name the principals, or the organisation they belong to.`,
        values: { actions },
      });
    }
  },
});

const onlyReads = ({ actions, notActions }: Statement): boolean =>
  (notActions ?? []).length === 0 && (actions ?? []).every((action) => reading.has(action));
