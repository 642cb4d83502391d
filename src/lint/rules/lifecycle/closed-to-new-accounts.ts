import { heirInPlace, reportOf } from '../../../kit/retirement';
import { defineRule } from '../../../kit/rule';
import type { Service } from '../../../kit/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { service as iotEvents } from '../../../services/iot-events/service';
import { service as sagemaker } from '../../../services/sagemaker/service';
import { service as timestream } from '../../../services/timestream-liveanalytics/service';
import { retiredFeatures } from '../../tables/lifecycle';

const retiredServices: readonly Service[] = [timestream, iotEvents];

export const rule = defineRule([...retiredServices, glueJob as Service, sagemaker as Service], {
  id: 'lifecycle/closed-to-new-accounts',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Build on services and features that new accounts can use.',
  why: 'A closed service refuses accounts that have not used it, and gets nothing new; an ended one refuses everybody.',
  exceptions:
    'An account that uses the service already may go on: say so with "new accounts" off. That does not bring back what has ended.',
  source: [...retiredServices, ...retiredFeatures].map(({ retired }) => retired!.source),
  fix: 'refactor',
  references: { lens: ['13.3'] },
  check(work) {
    const { node, graph, know, report } = work;
    const service = retiredServices.find(({ kind }) => kind === node.kind);
    const feature = retiredFeatures.find(
      ({ kind, field, value }) => kind === node.kind && know(node, ['config', field]) === value,
    );
    const retired = service?.retired ?? feature?.retired;
    if (!retired) return;
    if (retired.status !== 'ended' && know(graph.pipeline.architecture, ['newAccounts']) === false) return;
    report({
      ...reportOf(node, service?.label ?? feature!.name, retired),
      ...(feature && { at: ['config', feature.field] }),
      // Where several may take its place, people choose.
      fix: service && retired.heirs.length === 1 ? heirInPlace(work, node, service) : undefined,
    });
  },
});
