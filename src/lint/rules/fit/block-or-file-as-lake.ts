import { engines } from '../../../kit/engines';
import { catalogue, Refactoring } from '../../../kit/refactoring';
import { replaceBy } from '../../../kit/replacement';
import { defineRule, labelOf } from '../../../kit/rule';
import { counted } from '../../../kit/words';
import { type Graph, isFlow } from '../../../model/graph';
import type { PipelineNode } from '../../../model/vocabulary';
import { service as ebs } from '../../../services/ebs/service';
import { service as efs } from '../../../services/efs/service';
import { service as fsx } from '../../../services/fsx/service';
import { readsTables } from '../../catalogued';

const analytic: ReadonlySet<string> = new Set(engines.analyticReaders.value);
const sharedFrom = 2;

export const rule = defineRule([ebs, efs, fsx], {
  id: 'fit/block-or-file-as-lake',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Keep the lake in S3.',
  why: 'A volume belongs to one machine and a file system to one network: engines queue for it, and each gigabyte costs several times as much.',
  exceptions: 'A file share of applications and people that one engine reads, or none.',
  source: [
    'https://docs.aws.amazon.com/whitepapers/latest/building-data-lakes/amazon-s3-data-lake-storage-platform.html',
    engines.analyticReaders.source,
  ],
  fix: 'refactor',
  references: { lens: ['9.2', '11.1'] },
  check(work) {
    const { graph, matrix, know, report } = work;
    const node = work.node as PipelineNode;
    const readers = new Set([
      ...graph.edgesOut(node).flatMap((edge) => (isFlow(edge) ? (graph.to(edge) ?? []) : [])),
      ...graph.edgesIn(node).flatMap((edge) => (edge.kind === 'query' ? (graph.from(edge) ?? []) : [])),
    ]);
    const reading = [...readers].filter(({ kind }) => analytic.has(kind));
    const people = [...readers].filter(({ kind }) => kind === 'persona');
    const granted = new Set(graph.grantsOn(node).map(({ persona }) => persona));
    const persons = Math.max(people.length, granted.size);
    const zone = know(node, ['zone']);
    const isShared = reading.length > 0 && reading.length + persons >= sharedFrom;
    if (zone === undefined && !isShared) return;
    const sort = node.kind === ebs.kind ? 'block' : 'file';
    const change = new Refactoring(graph);
    const replaced = replaceBy(change, graph, matrix, node, 's3', {
      ...(zone !== undefined && { zone }),
      ...(node.data === undefined && { data: graph.dataOf(node).map(({ id }) => id) }),
    });
    if (replaced) describe(replaced);
    const use = isShared
      ? `read by ${counted(reading.length, 'engine')}${persons > 0 ? ` and ${counted(persons, 'person', 'people')}` : ''}`
      : `used as the ${zone} zone`;
    report({
      message: `${labelOf(node)} is ${sort} storage ${use}. The lake belongs in S3; DataSync brings the files there.`,
      ...(zone !== undefined && !isShared && node.zone !== undefined && { at: ['zone'] }),
      related: [...reading, ...people].map((element) => ({ element, message: 'Reads it' })),
      fix: replaced ? { title: 'Replace it by a bucket', edits: change.edits } : undefined,
    });

    /** Engines that read a file system by path read a lake by table. */
    function describe(bucket: string): void {
      const [first, ...others] = reading.filter((engine) => readsTables(engine) && !hasCatalog(graph, engine));
      if (!first) return;
      const data = graph.dataOf(node)[0]?.id;
      const catalog = catalogue(change, graph, { id: bucket, data }, { id: first.id, beside: first }, true);
      for (const engine of others) change.connect(engine.id, catalog, { kind: 'metadata' });
    }
  },
});

const hasCatalog = (graph: Graph, engine: PipelineNode): boolean =>
  [
    ...graph.edgesOut(engine).map((edge) => graph.to(edge)),
    ...graph.edgesIn(engine).map((edge) => graph.from(edge)),
  ].some((node) => node?.kind === 'glue-catalog');
