import { defineRule, labelOf } from '../../../kit/rule';
import type { Service } from '../../../kit/service';
import { fewOf } from '../../../kit/words';
import { service as aurora } from '../../../services/aurora/service';
import { service as documentdb } from '../../../services/documentdb/service';
import { service as dynamodb } from '../../../services/dynamodb/service';
import { service as neptune } from '../../../services/neptune/service';
import { service as rds } from '../../../services/rds/service';

export const rule = defineRule<Service>([rds, aurora, dynamodb, documentdb, neptune], {
  id: 'reliability/deletion-protection-off',
  severity: 'info',
  since: '0.1.0',
  summary: 'Protect databases of production against deletion.',
  why: 'A call with the wrong name, or a stack that is taken down, deletes the database with its automatic backups.',
  exceptions: 'Data that can be made again.',
  source: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
  fix: 'quickfix',
  scaling: 'resilience',
  references: {
    lens: ['6.5'],
    hub: ['RDS.7', 'RDS.8', 'DynamoDB.6', 'DocumentDB.5', 'Neptune.4'],
    nag: ['RDS10'],
    checkov: ['CKV_AWS_139', 'CKV2_AWS_58'],
  },
  check({ node, graph, need, undecided, report, set }) {
    if (need(node, ['environment']) !== 'production' || need(node, ['deletionProtection'])) return;
    const sets = graph.dataOf(node);
    if (sets.length === 0) undecided(node, ['data']);
    const lost = sets.filter((data) => !need(data, ['reproducible']));
    if (lost.length === 0) return;
    report({
      at: ['deletionProtection'],
      message: `One call deletes ${labelOf(node)}, and ${fewOf(lost.map((data) => `"${labelOf(data)}"`))} cannot be made again. Protect it against deletion.`,
      fix: { title: 'Protect it against deletion', edits: [set(node, ['deletionProtection'], true)] },
    });
  },
});
