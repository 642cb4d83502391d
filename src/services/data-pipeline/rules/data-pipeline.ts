import { heirInPlace, reportOf } from '../../../kit/retirement';
import { defineRule } from '../../../kit/rule';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'lifecycle/data-pipeline',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Orchestrate with Step Functions, Glue or Airflow instead of AWS Data Pipeline.',
  why: 'No new account can use it, and nothing new is added to it.',
  source: service.retired!.source,
  fix: 'refactor',
  references: { lens: ['13.3'] },
  check(work) {
    const { node, report } = work;
    report({ ...reportOf(node, service.label, service.retired!), fix: heirInPlace(work, node, service) });
  },
});
