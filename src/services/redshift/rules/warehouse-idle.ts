import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { service } from '../service';

/** Hours a day below which a cluster is paid for mostly to wait. */
const fewHours = 8;
const firstHour = 8;

export const rule = defineRule(service, {
  id: 'cost/warehouse-idle',
  severity: 'info',
  since: '0.1.0',
  summary: 'Pause a cluster while nobody asks it, or run the warehouse without one.',
  why: 'A cluster is paid by the hour, asked or not: at six hours a day three quarters of its price buy nothing.',
  source: 'https://docs.aws.amazon.com/redshift/latest/mgmt/rs-mgmt-pause-resume-cluster.html',
  fix: 'quickfix',
  scaling: 'idle-cost',
  references: { lens: ['11.3', '13.2', '13.3', '15.7'] },
  check({ node, need, report, set }) {
    const hours = need(node, ['hoursPerDay']);
    if (hours >= fewHours || need(node, ['config', 'activeHours']) !== undefined) return;
    const last = firstHour + Math.max(1, Math.ceil(hours));
    const active = { from: clock(firstHour), to: clock(last) };
    report({
      at: ['hoursPerDay'],
      message: `${labelOf(node)} is used ${amount(hours)} h/day and paid 24 h. Pause it on a schedule, or use Redshift Serverless.`,
      values: { hoursPerDay: hours },
      fix: {
        title: `Run it from ${active.from} to ${active.to} UTC only`,
        edits: [set(node, ['config', 'activeHours'], active)],
      },
    });
  },
});

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
