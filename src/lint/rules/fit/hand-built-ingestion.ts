import { Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { type Case, defineRule, labelOf } from '../../../kit/rule';
import type { PipelineNode } from '../../../model/vocabulary';
import { facts as appflow } from '../../../services/appflow/facts';
import { service as emrEc2 } from '../../../services/emr-ec2/service';
import { service as glueJob } from '../../../services/glue-job/service';
import { service as lambda } from '../../../services/lambda/service';
import { dataEdgesOf, isThorough } from '../../flows';
import { ingestion } from '../../tables/ingestion';
import { toolFor } from '../../tools';

const connectors: ReadonlySet<string> = new Set(Object.keys(appflow.connectors.value));
const fileProtocols: ReadonlySet<unknown> = new Set(ingestion.fileProtocols.value);

export const rule = defineRule([lambda, glueJob, emrEc2], {
  id: 'fit/hand-built-ingestion',
  severity: 'info',
  since: '0.1.0',
  summary: 'Let a purpose-built service bring in what it can read.',
  why: 'Paging, retries, changed rows, new columns and expired tokens are code that somebody keeps for years.',
  exceptions:
    'Work that transforms what it reads is more than ingestion. Products without a connector, pages on the web and data that nobody sells on Data Exchange need code.',
  source: [ingestion.bySource.source, appflow.connectors.source],
  fix: 'refactor',
  references: { lens: ['8.1', '15.7'] },
  check(work) {
    const { node, graph, matrix, each, report } = work;
    const { reads, writes } = dataEdgesOf(work, node);
    if ([...reads, ...writes].some(isThorough)) return;
    each(new Set(reads.flatMap((edge) => graph.from(edge) ?? [])), (from) => {
      if (!isCovered(work, from)) return;
      const tool = toolFor(from)!;
      const change = new Refactoring(graph);
      const replaced =
        reads.length === 1 &&
        writes.length > 0 &&
        tool.kind !== undefined &&
        replaceBy(change, graph, matrix, node, tool.kind);
      report({
        message: `${labelOf(node)} is code you keep to read ${labelOf(from)}. ${tool.words} reads it with no code.`,
        related: [{ element: from, message: 'What it reads' }],
        fix: replaced
          ? { title: `Replace it by ${graph.kinds.get(tool.kind!)!.label}`, edits: change.edits }
          : undefined,
      });
    });
  },
});

/** Whether a purpose-built service reads a source; undecided while nobody said which product it is. */
function isCovered({ know, undecided }: Pick<Case, 'know' | 'undecided'>, source: PipelineNode): boolean {
  switch (source.kind) {
    case 'source.database':
      return true;
    case 'source.files': {
      const protocol = know(source, ['config', 'protocol']);
      return protocol === undefined || fileProtocols.has(protocol);
    }
    case 'source.saas':
      return connectors.has(
        product()
          .toLowerCase()
          .replace(/[^a-z]/g, ''),
      );
    case 'source.third-party':
      // Only what is entitled is known to be offered there.
      return know(source, ['config', 'dataSetId']) !== undefined || product() !== '';
    default:
      return false;
  }

  function product(): string {
    const name = know(source, ['config', 'product']);
    return typeof name === 'string' ? name : undecided(source, ['config/product']);
  }
}
