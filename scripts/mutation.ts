import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseFixtures } from '../src/lint/fixture';
import { type Mutant, mutantsOf } from './mutation/mutants';
import { holds, pagesOf, ruleFrom, trialsOf } from './mutation/trial';
import { root } from './paths';

/**
 * `npm run test:mutation`: do the fixtures of each rule notice a negated condition, or a threshold that is off by one?
 *
 *   --rule <text>  rules whose file names it
 *   --list         say which mutants nobody noticed
 */

/** Share of rules of which every mutant must be noticed, but for one in ten. */
const neededShare = 0.9;
/** Mutants of a rule that may stay unnoticed: some change nothing that can be observed. */
const toleratedShare = 0.1;

interface Tried {
  readonly name: string;
  readonly mutants: number;
  readonly survivors: readonly Mutant[];
}

function rulesOf(filter: string): string[] {
  const folder = path.join(root, 'src');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.fixtures.jsonc') && file.includes(filter))
    .sort()
    .map((file) => path.join(folder, file.replace('.fixtures.jsonc', '.ts')));
}

function tryRule(file: string): Tried {
  const source = readFileSync(file, 'utf8');
  const trials = trialsOf(parseFixtures(readFileSync(file.replace(/\.ts$/, '.fixtures.jsonc'), 'utf8')));
  const name = path.basename(file, '.ts');
  const rule = ruleFrom(file, source);
  const pages = pagesOf(rule, trials);
  if (!holds(rule, trials, pages)) throw new Error(`${name}: its own fixtures fail by themselves.`);
  const mutants = mutantsOf(source);
  return { name, mutants: mutants.length, survivors: mutants.filter((mutant) => survives(file, mutant)) };

  function survives(of: string, mutant: Mutant): boolean {
    try {
      return holds(ruleFrom(of, mutant.source), trials, pages);
    } catch {
      return false;
    }
  }
}

const isProven = ({ mutants, survivors }: Tried): boolean => survivors.length <= mutants * toleratedShare;

function main(): void {
  const { values } = parseArgs({
    options: {
      rule: { type: 'string', default: '' },
      list: { type: 'boolean', default: false },
    },
  });
  const tried = rulesOf(values.rule).map(tryRule);
  const proven = tried.filter(isProven);
  for (const { name, mutants, survivors } of tried.filter((rule) => values.list || !isProven(rule))) {
    if (survivors.length === 0) continue;
    console.log(`${name}: ${survivors.length} of ${mutants} unnoticed`);
    for (const { line, what } of survivors) console.log(`  ${line}: ${what}`);
  }
  const sum = (of: (rule: Tried) => number): number => tried.reduce((total, rule) => total + of(rule), 0);
  const share = tried.length === 0 ? 0 : proven.length / tried.length;
  console.log(
    `${proven.length} of ${tried.length} rules (${Math.round(100 * share)} %) are held by their fixtures; ${sum(({ mutants }) => mutants) - sum(({ survivors }) => survivors.length)} of ${sum(({ mutants }) => mutants)} mutants noticed.`,
  );
  if (share < neededShare) process.exitCode = 1;
}

main();
