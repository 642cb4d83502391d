import { defineRule, labelOf } from '../../../kit/rule';
import { amount } from '../../../kit/words';
import { service } from '../service';

/** Hours a day from which a cluster that stays is worth its price. */
const halfTheDay = 12;
/** Frameworks that serve requests: they are used whenever somebody asks. */
const serving: ReadonlySet<string> = new Set(['hbase', 'presto']);
const idleMinutes = 60;

export const rule = defineRule(service, {
  id: 'cost/emr-idle-cluster',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let a cluster end when its work is done.',
  why: 'A cluster that stays is paid for by the second, with or without work.',
  exceptions: 'Clusters that are used twelve hours a day and more, and those that serve HBase or Presto.',
  source: 'https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-auto-termination-policy.html',
  fix: 'refactor',
  scaling: 'idle-cost',
  references: { lens: ['11.3', '13.3', '15.7'] },
  check({ node, need, know, report, set }) {
    if (need(node, ['config', 'lifecycle']) !== 'long-running' || need(node, ['config', 'autoTermination'])) return;
    if (serving.has(need(node, ['config', 'framework']))) return;
    const hours = know(node, ['hoursPerDay']);
    if (hours !== undefined && hours >= halfTheDay) return;
    const keeps = need(node, ['config', 'outputStorage']) === 'hdfs';
    const used = hours === undefined ? 'stays after its work' : `works ${amount(hours)} h/day`;
    report({
      at: ['config', 'lifecycle'],
      message: `${labelOf(node)} ${used} and is paid 24 h. Make it transient${keeps ? ', with its results in S3' : ''}, or use EMR Serverless.`,
      ...(hours !== undefined && { values: { hoursPerDay: hours } }),
      // What lies in HDFS would end with the cluster.
      fix: keeps
        ? undefined
        : {
            title: `Make it transient, and end it after ${idleMinutes} min idle`,
            edits: [
              set(node, ['config', 'lifecycle'], 'transient'),
              set(node, ['config', 'autoTermination'], true),
              set(node, ['config', 'idleMinutes'], idleMinutes),
            ],
          },
    });
  },
});
