import { defineFacts } from '../../kit/facts';

const checked = '2026-11-26';
const guide = 'https://docs.aws.amazon.com/glue/latest/dg/';

export const facts = defineFacts({
  nodeDefaults: { value: { tls: 'required' }, source: `${guide}glue-data-quality.html`, checked: '2026-11-20' },
  workers: {
    value: { least: 2, usual: 5, most: 299 },
    unit: 'worker',
    source: `${guide}aws-glue-api-data-quality-api.html`,
    checked,
  },
  timeoutMinutes: {
    value: { usual: 120, most: 2880 },
    unit: 'minute',
    source: `${guide}aws-glue-api-data-quality-api.html`,
    checked,
  },
  rulesetMaxLength: { value: 65_536, unit: 'character', source: `${guide}aws-glue-api-data-quality-api.html`, checked },
  /** What a table must pass of which the design names no rule. */
  usualRule: { value: 'RowCount > 0', source: `${guide}dqdl-rule-types-RowCount.html`, checked },
});
