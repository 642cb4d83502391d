import { insertInto, Refactoring } from '../../../kit/refactoring';
import { defineEdgeRule, labelOf } from '../../../kit/rule';
import { isDataEdge, isFlow } from '../../../model/graph';
import { streamNeeds } from '../../tables/stream-needs';

const detours: ReadonlySet<string> = new Set(streamNeeds.videoDetours.value);
const made = 'kinesis-video-streams';

export const rule = defineEdgeRule({
  id: 'fit/video-off-video-streams',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Take live video in through Kinesis Video Streams.',
  why: 'Frames cut into records lose their timeline: nobody can look at a moment or play it back without code of their own.',
  exceptions: 'Finished films that arrive as files are no live video. Only the first hop is named.',
  source: streamNeeds.videoDetours.source,
  fix: 'refactor',
  references: { lens: ['8.1'] },
  silences: ['graph/incompatible-connection'],
  check({ edge, graph, matrix, need, know, all, report }) {
    const [from, to, data] = [graph.from(edge), graph.to(edge), graph.findData(edge.data)];
    if (!from || !to || !data || !isDataEdge(edge) || !detours.has(to.kind)) return;
    const format = know(edge, ['format']);
    if (format !== undefined && format !== 'video') return;
    const before = [from, ...graph.upstream(from, (hop) => isFlow(hop) && graph.carries(hop, data))];
    if (before.some(({ kind }) => kind === made || detours.has(kind))) return;
    const live = all(
      () => need(edge, ['format']) === 'video',
      () => need(data, ['arrival']) === 'stream',
    );
    if (!live) return;
    const works = [matrix.find(from.kind, made), matrix.find(made, to.kind)].every((pair) => pair?.way === 'native');
    const change = new Refactoring(graph);
    if (works) insertInto(change, graph, matrix, edge, [made]);
    report({
      message: `Live video "${labelOf(data)}" goes from ${labelOf(from)} to ${labelOf(to)}, which knows no moments in it. Kinesis Video Streams takes it in, indexes it and plays it back.`,
      related: [{ element: data, message: 'Live video' }],
      fix: works ? { title: 'Put Kinesis Video Streams in between', edits: change.edits } : undefined,
    });
  },
});
