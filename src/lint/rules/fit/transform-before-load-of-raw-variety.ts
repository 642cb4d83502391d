import { storesOfOriginals } from '../../../kit/originals';
import { insertInto, Refactoring } from '../../../kit/refactoring';
import { defineRule, labelOf } from '../../../kit/rule';
import { isStream } from '../../../kit/streams';
import { isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as emrServerless } from '../../../services/emr-serverless/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { service as lambda } from '../../../services/lambda/service';
import { dataEdgesOf } from '../../flows';
import { transformation } from '../../tables/transformation';

const lakes: ReadonlySet<string> = new Set(transformation.lakeKinds.value);
const loose: ReadonlySet<string> = new Set(transformation.loadFirst.value);

export const rule = defineRule([glueJob, lambda, emrServerless], {
  id: 'fit/transform-before-load-of-raw-variety',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Load what has no fixed form and no fixed question as it is, and transform it per use.',
  why: 'A transform keeps what today’s questions need; what tomorrow’s would have needed was never stored.',
  exceptions: 'One known question, structured data, a raw zone beside the transform, or a check or mask on entry.',
  source: transformation.loadFirst.source,
  fix: 'refactor',
  references: { lens: ['6.4', '8.1'] },
  check(work) {
    const { graph, matrix, need, each, report } = work;
    const node = work.node as PipelineNode;
    const { reads, writes } = dataEdgesOf(work, node);
    if (![...reads, ...writes].some(({ transform }) => transform === 'full')) return;
    const store = writes.map((edge) => graph.to(edge)).find((to) => to && lakes.has(to.kind));
    if (!store) return;
    each(graph.dataIn(node), (data) => {
      const carries = (edge: (typeof reads)[number]): boolean => isFlow(edge) && graph.carries(edge, data);
      const full = [...reads, ...writes].some((edge) => edge.transform === 'full' && carries(edge));
      if (!full || graph.upstream(node, carries).some((earlier) => graph.isStore(earlier))) return;
      if (storesOfOriginals(work, data).length > 0 || !loose.has(need(data, ['structure']))) return;
      const question = need(data, ['question']);
      if (!isOpen(question)) return;
      const read = reads.find(carries);
      const source = read && graph.from(read);
      const works =
        read && source && !isStream(source) && matrix.find(source.kind, 's3')?.way === 'native' && reads.length === 1;
      const change = new Refactoring(graph);
      if (works)
        insertInto(change, graph, matrix, read, ['s3'], { s3: { zone: 'raw', label: `Raw ${labelOf(data)}` } });
      report({
        message: `"${labelOf(data)}" is ${need(data, ['structure'])} and its questions are open, but ${labelOf(node)} transforms it before ${labelOf(store)} stores it. Load it as it is (ELT) and transform it per use.`,
        values: { question },
        related: [
          { element: data, message: 'Open questions' },
          { element: store, message: 'Stores it first' },
        ],
        fix: works ? { title: `Put a raw zone before ${labelOf(node)}`, edits: change.edits } : undefined,
      });
    });
  },
});

/** Whether people do not know yet what they will ask: several questions, or none in particular. */
const isOpen = (question: string): boolean => {
  const questions = question
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  return questions.length > 1 || questions.some((part) => part.toLowerCase() === 'exploration');
};
