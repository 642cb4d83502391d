import type { Pillar } from '../kit/rule';
import { counted, listed } from '../kit/words';
import type { Review } from './review';

export const pillarNames: Readonly<Record<Pillar, string>> = {
  security: 'Security',
  reliability: 'Reliability',
  performance: 'Performance efficiency',
  cost: 'Cost optimisation',
  operations: 'Operational excellence',
  sustainability: 'Sustainability',
  fit: 'Fit of services to the data',
  iam: 'Permissions',
  graph: 'Shape of the pipeline',
  lifecycle: 'Lifecycle of services',
};

/** Fields that a review lists; the rest is counted. */
export const mostFields = 40;

export const scoreWords = (score: number | undefined): string => (score === undefined ? '–' : `${score} %`);

/** One sentence on the whole. */
export function summaryOf({ pillars, suppressed, waiting }: Review): string {
  const findings = pillars.flatMap((pillar) => pillar.findings);
  const of = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const found = [
    of('error') > 0 && counted(of('error'), 'error'),
    of('warning') > 0 && counted(of('warning'), 'warning'),
    of('info') > 0 && counted(of('info'), 'info', 'infos'),
    of('hint') > 0 && counted(of('hint'), 'hint'),
  ].filter((words) => typeof words === 'string');
  const decided = pillars.reduce((sum, pillar) => sum + pillar.decided, 0);
  return [
    `${counted(decided, 'rule')} could be decided: ${found.length > 0 ? listed(found) : 'nothing was found'}.`,
    suppressed.length > 0 && `${counted(suppressed.length, 'finding')} accepted with a reason.`,
    waiting.length > 0 && `${counted(waiting.length, 'field')} would let more rules decide.`,
  ]
    .filter(Boolean)
    .join(' ');
}
