import { dayAfter, dayWords, isOver } from '../../../kit/day';
import { defineNodeRule, labelOf } from '../../../kit/rule';
import { supportEnds } from '../../tables/lifecycle';

export const rule = defineNodeRule({
  id: 'lifecycle/unsupported-version',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Run on versions that AWS still patches.',
  why: 'After the last patch a known hole stays open; a month later nothing new is created on it, and then not even updated.',
  exceptions: 'A function without a version runs on what the export picks: the newest.',
  source: Object.values(supportEnds).map(({ source }) => source),
  fix: 'quickfix',
  references: { lens: ['13.3'], hub: ['Lambda.2'], nag: ['L1'], checkov: ['CKV_AWS_363'] },
  check({ node, know, today, report, set }) {
    const support = supportEnds[node.kind];
    if (!support) return;
    const version = know(node, ['config', support.field]);
    const ended = typeof version === 'string' ? support.ends[version] : undefined;
    if (typeof version !== 'string' || ended === undefined || !isOver(ended, today)) return;
    const family = (name: string): string => /^[a-z]+/i.exec(name)?.[0] ?? '';
    const heir = [...Object.keys(support.ends), ...support.newest].find(
      (name) => family(name) === family(version) && !isOver(support.ends[name] ?? '9999', today),
    );
    const refused = isOver(dayAfter(ended, support.refusedAfterDays), today);
    report({
      at: ['config', support.field],
      severity: refused ? 'error' : 'warning',
      message: `${labelOf(node)} uses ${version}, unsupported since ${dayWords(ended)}: ${refused ? 'nothing new is created on it' : 'holes found later stay open'}.${heir ? ` Use ${heir} or newer.` : ''}`,
      values: { version, ended },
      fix: heir ? { title: `Use ${heir}`, edits: [set(node, ['config', support.field], heir)] } : undefined,
    });
  },
});
