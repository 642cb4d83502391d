import { unmaskedWays } from '../../../kit/personal-data';
import { type Case, defineRule, labelOf } from '../../../kit/rule';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as cloudwatch } from '../../../services/cloudwatch/service';
import { service as eventbridge } from '../../../services/eventbridge/service';
import { service as sns } from '../../../services/sns/service';
import { alerting } from '../../tables/alerting';

const readers: ReadonlySet<string | undefined> = new Set(alerting.readers.value);

const alerts = [sns, cloudwatch, eventbridge] as const;
const alertKinds: ReadonlySet<string> = new Set(alerts.map(({ kind }) => kind));

export const rule = defineRule(alerts, {
  id: 'security/pii-in-notifications',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Leave personal fields out of alerts and logs.',
  why: 'Alerts end in mailboxes, chats and log groups: nobody erases them there, and nobody knows who reads them.',
  exceptions: 'Topics and buses that hand records on to queues, functions and stores are no alerts.',
  source: 'https://docs.aws.amazon.com/wellarchitected/latest/analytics-lens/security.html',
  fix: null,
  references: { lens: ['6.3'] },
  check(work) {
    const { node: alert, graph, need, each, report } = work;
    const node = alert as PipelineNode;
    if (!tellsPeople(work, node)) return;
    each(graph.dataIn(node), (data) => {
      if (need(data, ['masked']) || !need(data, ['pii'])) return;
      const way = unmaskedWays(work, data).get(node) ?? [];
      const last = way.at(-1);
      if (!last) return;
      const from = graph.from(last)!;
      // What was told at the topic or bus before it is not told again.
      if (alertKinds.has(from.kind) && tellsPeople(work, from)) return;
      report({
        message: `${labelOf(node)} would carry personal fields of "${labelOf(data)}" from ${labelOf(from)} into mailboxes and logs. Send an id and a link instead, or mask the fields.`,
        values: { data: data.id },
        related: [
          { element: data, message: 'The personal data' },
          ...way.map((element) => ({ element, message: 'On the way' })),
        ],
      });
    });
  },
});

/** Logs and alarms do; a topic with e-mail addresses, or that ends at people; a bus whose targets all do. */
function tellsPeople(reading: Pick<Case, 'graph' | 'know'>, node: PipelineNode): boolean {
  const { graph, know } = reading;
  if (node.kind === cloudwatch.kind) return true;
  const targets = graph
    .edgesOut(node)
    .filter(isFlow)
    .flatMap((edge) => graph.to(edge) ?? []);
  if (node.kind === sns.kind) {
    const emails = know(node, ['config', 'emails']);
    return (Array.isArray(emails) && emails.length > 0) || targets.every(({ kind }) => readers.has(kind));
  }
  return (
    targets.length > 0 &&
    targets.every((target) => readers.has(target.kind) || (target.kind === sns.kind && tellsPeople(reading, target)))
  );
}
