import { Refactoring } from '../../../kit/refactoring';
import { type Case, defineRule, type Fix, labelOf } from '../../../kit/rule';
import type { Edge, PipelineNode } from '../../../model/vocabulary';
import { service as datasync } from '../../../services/datasync/service';
import { service as dms } from '../../../services/dms/service';
import { engineOf, familyOf, isDatabase, keepsDocuments } from '../../engines';
import { dataEdgesOf } from '../../flows';
import { copies } from '../../tables/copies';

export const rule = defineRule([dms, datasync], {
  id: 'fit/different-engines-plain-copy',
  severity: 'error',
  since: '0.1.0',
  summary: 'Convert the schema where source and target have different engines, and files where their formats differ.',
  why: 'A copy takes rows or bytes as they are: types that the target does not know, procedures and other formats arrive broken or not at all.',
  exceptions:
    'Replication into S3, a warehouse, a stream, a search index or documents converts by itself; so do MySQL and MariaDB between them. A Glue job writes the types and the format of its target.',
  source: [copies.relational.source, 'https://docs.aws.amazon.com/dms/latest/userguide/CHAP_SchemaConversion.html'],
  fix: 'refactor',
  references: { lens: ['6.4'] },
  check(work) {
    const { graph, know, each, report } = work;
    const node = work.node as PipelineNode;
    const { reads, writes } = dataEdgesOf(work, node);
    if (know(node, ['config', 'schemaConversion']) === true) return;
    const pairs = reads.flatMap((read) => writes.map((write) => ({ read, write })));
    each(pairs, ({ read, write }) => {
      const [from, to] = [graph.from(read), graph.to(write)];
      if (!from || !to || transforms(read) || transforms(write)) return;
      if (read.data !== undefined && write.data !== undefined && read.data !== write.data) return;
      const ends = node.kind === dms.kind ? enginesOf(work, node, from, to) : formatsOf(work, read, write);
      if (!ends || familyOf(ends.from) === familyOf(ends.to)) return;
      report({
        message: `${labelOf(from)} (${ends.from}) → ${labelOf(to)} (${ends.to}) is drawn as a plain copy in ${labelOf(node)}; ${node.kind === dms.kind ? 'types and code need conversion. Convert the schema' : 'a copy changes no format. Convert the files in a job after it'}.`,
        values: { from: ends.from, to: ends.to },
        related: [
          { element: from, message: 'Source' },
          { element: to, message: 'Target' },
        ],
        fix: node.kind === dms.kind ? convert(work, node, write) : undefined,
      });
    });
  },
});

const transforms = ({ transform }: Edge): boolean => transform !== undefined && transform !== 'none';

interface Ends {
  readonly from: string;
  readonly to: string;
}

function enginesOf(work: Case, node: PipelineNode, source: PipelineNode, target: PipelineNode): Ends | undefined {
  if (!isDatabase(source) || !isDatabase(target)) return undefined;
  if (work.know(target, ['config', 'schemaConversion']) === true) return undefined;
  const [from, to] = [engineOf(work, source, node), engineOf(work, target)];
  return keepsDocuments(from) || keepsDocuments(to) ? undefined : { from, to };
}

/** Formats at both ends, where they are known: on the edges, or of the data set, which holds at both. */
function formatsOf({ know }: Case, read: Edge, write: Edge): Ends | undefined {
  const [from, to] = [know(read, ['format']), know(write, ['format'])];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function convert({ graph }: Case, node: PipelineNode, write: Edge): Fix {
  const change = new Refactoring(graph);
  change.set(node, ['config', 'schemaConversion'], true);
  change.set(write, ['transform'], 'light');
  return { title: 'Convert the schema', edits: change.edits };
}
