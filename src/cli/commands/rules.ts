import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pillarOf, type Rule } from '../../kit/rule';
import { rules } from '../../lint/rules';
import { closest } from '../../model/check';
import { kinds } from '../../services/catalog';
import { type Given, UsageError } from '../command';
import { type ExitCode, exitCodes } from '../exit-code';
import type { Io } from '../io';
import { packageRoot } from '../package';
import { table } from '../table';

interface RulesOptions {
  readonly format: 'text' | 'json';
}

export function runRules(io: Io, { values, words }: Given<RulesOptions>): ExitCode {
  const [id] = words;
  if (id === undefined) {
    if (values.format === 'json') io.out(`${JSON.stringify(rules.map(entryOf), null, 2)}\n`);
    else io.out(listOf(rules));
    return exitCodes.fine;
  }
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule)
    throw new UsageError(
      `There is no rule "${id}".${closest(
        id,
        rules.map((candidate) => candidate.id),
      )}`,
    );
  io.out(values.format === 'json' ? `${JSON.stringify(entryOf(rule), null, 2)}\n` : pageOf(rule));
  return exitCodes.fine;
}

function entryOf(rule: Rule): Record<string, unknown> {
  const { id, severity, summary, fix } = rule;
  return { id, pillar: pillarOf(rule), severity, services: rule.kinds ?? [], summary, fix };
}

function listOf(all: readonly Rule[]): string {
  return table(all.map(({ id, severity, fix, summary }) => [id, severity, fix ?? '', summary]))
    .map((line) => `${line}\n`)
    .join('');
}

/** The page as it is published, examples included; written from the rule itself where there is none. */
function pageOf(rule: Rule): string {
  const page = path.join(packageRoot(), 'docs', 'rules', `${rule.id}.md`);
  if (existsSync(page)) return readFileSync(page, 'utf8');
  const services = rule.kinds?.map((kind) => kinds.get(kind)?.label ?? kind).join(', ');
  const sources = ([] as readonly string[]).concat(rule.source);
  return [
    `# ${rule.id}`,
    rule.summary,
    `Severity: ${rule.severity}. Fix: ${rule.fix ?? 'none'}. Since ${rule.since}.${services ? ` Looks at: ${services}.` : ''}`,
    rule.why,
    ...(rule.exceptions ? [rule.exceptions] : []),
    `Source: ${sources.join(', ')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}
