import { Glyph } from '../icon';
import { type Counts, printCounts, type Severity, severities } from './findings';

export const severityGlyphs: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'lightbulb',
};

/** How many findings of which severity: a glyph and a number each, so that no colour is needed to tell them apart. */
export function Badges({ counts }: { readonly counts: Counts }) {
  const shown = severities.filter((severity) => counts[severity]);
  if (shown.length === 0) return null;
  return (
    <span
      className="badges"
      role="img"
      aria-label={printCounts(counts)}
      title={printCounts(counts)}
      data-badge={shown.join(' ')}
    >
      {shown.map((severity) => (
        <span key={severity} className={`badge badge-${severity}`} data-severity={severity}>
          <Glyph name={severityGlyphs[severity]} />
          {counts[severity]}
        </span>
      ))}
    </span>
  );
}
