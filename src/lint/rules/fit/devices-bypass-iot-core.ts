import { insertInto, Refactoring } from '../../../kit/refactoring';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isDataEdge } from '../../../model/graph';
import { streamNeeds } from '../../tables/stream-needs';

const detours: ReadonlySet<string> = new Set(streamNeeds.deviceDetours.value);
const made = 'iot-core';

export const rule = defineEdgeRule({
  id: 'fit/devices-bypass-iot-core',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Let devices that speak MQTT sign in to IoT Core.',
  why: 'No other service speaks MQTT: each device would need a client of AWS and credentials that open more than its own topic.',
  exceptions: 'Devices behind a gateway of your own are drawn as an application.',
  source: streamNeeds.deviceDetours.source,
  fix: 'refactor',
  references: { lens: ['8.1', '5.1'] },
  silences: ['graph/incompatible-connection'],
  check({ edge, graph, matrix, know, report }) {
    const [from, to] = [graph.from(edge), graph.to(edge)];
    if (from?.kind !== 'source.iot-device' || !to || !isDataEdge(edge) || !detours.has(to.kind)) return;
    if (know(from, ['config', 'protocol']) !== 'mqtt') return;
    const works = [matrix.find(from.kind, made), matrix.find(made, to.kind)].every((pair) => pair?.way === 'native');
    const change = new Refactoring(graph);
    if (works) insertInto(change, graph, matrix, edge, [made]);
    report({
      message: `${labelOf(from)} would need AWS credentials on every device to write to ${labelOf(to)}. IoT Core authenticates devices by certificate and routes what they send.`,
      related: [{ element: from, message: 'Speaks MQTT' }],
      fix: works ? { title: 'Put IoT Core in between', edits: change.edits } : undefined,
    });
  },
});
