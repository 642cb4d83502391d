import { newcomers } from '../kit/newcomers';
import { Refactoring } from '../kit/refactoring';
import { type Case, type Fix, labelOf } from '../kit/rule';
import { counted } from '../kit/words';
import type { DataSet, PipelineNode } from '../model/vocabulary';

/** A stream has room for one more reader: a delivery stream that writes what comes into a raw bucket. */
export function keepRawOf(
  { graph, mention }: Case,
  data: DataSet,
  stream: PipelineNode,
  beside: { readonly delivery: PipelineNode; readonly store: PipelineNode },
): Fix {
  const keepDays = Math.ceil(Math.max(mention(data, ['retentionDays']) ?? 0, mention(data, ['legalHoldDays']) ?? 0));
  const expireDays = keepDays > 0 ? keepDays : undefined;
  const lifecycle = [{ noncurrentDays: 30, ...(expireDays !== undefined && { expireDays }) }];
  const change = new Refactoring(graph);
  const bufferSeconds = Math.floor(
    Math.min(newcomers.firehose.config.bufferSeconds, mention(data, ['freshnessSeconds']) ?? Number.POSITIVE_INFINITY),
  );
  const delivery = change.add('firehose', beside.delivery, {
    label: `Raw ${labelOf(data)} delivery`,
    config: { bufferSeconds },
  });
  const raw = change.add('s3', beside.store, {
    label: `Raw ${labelOf(data)}`,
    zone: 'raw',
    data: [data.id],
    logs: ['access'],
    config: { lifecycle },
  });
  change.connect(stream.id, delivery, { data: data.id });
  change.connect(delivery, raw, { data: data.id });
  const long = expireDays === undefined ? '' : ` for ${counted(expireDays, 'day')}`;
  return { title: `Keep raw records of ${labelOf(stream)}${long}`, edits: change.edits };
}
