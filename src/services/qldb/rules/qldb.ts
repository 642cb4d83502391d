import { heirInPlace, reportOf } from '../../../kit/retirement';
import { defineRule } from '../../../kit/rule';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'lifecycle/qldb',
  severity: 'error',
  since: '0.1.0',
  summary: 'Keep ledgers in Aurora PostgreSQL with audit tables.',
  why: 'QLDB has ended: the design cannot be deployed, and its ledgers are gone.',
  source: service.retired!.source,
  fix: 'refactor',
  references: { lens: ['13.3'], checkov: ['CKV_AWS_170', 'CKV_AWS_172'] },
  silences: ['fit/*'],
  check(work) {
    const { node, report } = work;
    report({ ...reportOf(node, service.label, service.retired!), fix: heirInPlace(work, node, service) });
  },
});
