import { defineRule, labelOf } from '../../../kit/rule';
import type { Service } from '../../../kit/service';
import { amount } from '../../../kit/words';
import { service as aurora } from '../../../services/aurora/service';
import { service as documentdb } from '../../../services/documentdb/service';
import { service as neptune } from '../../../services/neptune/service';
import { service as rds } from '../../../services/rds/service';
import { service as redshift } from '../../../services/redshift/service';
import { databases } from '../../tables/databases';

const expected = databases.backupDays.value;

export const rule = defineRule<Service>([rds, aurora, documentdb, neptune, redshift], {
  id: 'reliability/backup-too-short',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep backups of databases for a week at least.',
  why: 'A fault that is found on Monday began on Friday: by then shorter backups hold only the damage.',
  exceptions: 'Databases that can be filled again from elsewhere.',
  source: databases.backupDays.source,
  fix: 'quickfix',
  scaling: 'resilience',
  references: {
    lens: ['6.5'],
    hub: ['RDS.11', 'DocumentDB.2', 'Neptune.5', 'Redshift.3'],
    nag: ['RDS13', 'DOC4', 'N3', 'RS10'],
    checkov: ['CKV_AWS_133', 'CKV_AWS_360', 'CKV_AWS_361', 'CKV_AWS_343'],
  },
  check({ node, graph, need, report, set }) {
    const backupDays = need(node, ['backupDays']);
    if (backupDays >= expected) return;
    const sets = graph.dataOf(node);
    if (sets.length > 0 && sets.every((data) => need(data, ['reproducible']))) return;
    report({
      at: ['backupDays'],
      message: `${labelOf(node)} keeps ${backupDays === 0 ? 'no backups' : `backups of ${amount(backupDays)} day${backupDays === 1 ? '' : 's'}`}: a fault found later than that cannot be undone. Keep ${expected} days.`,
      values: { backupDays, expectedDays: expected },
      fix: { title: `Keep backups ${expected} days`, edits: [set(node, ['backupDays'], expected)] },
    });
  },
});
