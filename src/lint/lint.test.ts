import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { catalogOf } from '../kit/catalog';
import { Matrix } from '../kit/connection';
import { defineDesignRule, defineNodeRule, defineRoleRule, defineRule, type Rule, type RuleText } from '../kit/rule';
import { defineService } from '../kit/service';
import { parseDocument } from '../model/document';
import type { LintResult } from './finding';
import { lint } from './lint';

const store = defineService({
  kind: 'store',
  label: 'Store',
  summary: 'A store.',
  stage: 'storage',
  role: 'store',
  searchWords: [],
  cloudFormationTypes: [],
  icon: { codicon: 'database' },
  config: z.strictObject({ days: z.int().optional(), versioned: z.boolean().default(false), size: z.int().default(1) }),
  nodeDefaults: { encryption: 'none' },
});

const text: RuleText = {
  id: 'cost/test',
  severity: 'warning',
  since: '0.1.0',
  summary: 's',
  why: 'w',
  source: 's',
  fix: null,
};

function check(design: object, rules: readonly Rule[], options: Partial<Parameters<typeof lint>[1]> = {}): LintResult {
  const document = parseDocument(JSON.stringify({ version: 1, name: 'test', ...design }), catalogOf([store]));
  return lint(document, { kinds: catalogOf([store]), rules, matrix: new Matrix([]), today: '2026-11-24', ...options });
}

const shown = ({ findings, undecided }: LintResult): unknown => ({
  found: findings.map(({ severity, message }) => `${severity}: ${message}`),
  waits: undecided.flatMap(({ fields }) => fields),
});

const node = (config: object = {}, more: object = {}): object => ({
  nodes: [{ id: 'n', kind: 'store', config, ...more }],
});

describe('three values', () => {
  const a = (value: boolean | undefined): object => (value === undefined ? {} : { idempotent: value });
  const b = (value: boolean | undefined): object => (value === undefined ? {} : { hoursPerDay: value ? 1 : 0 });
  const with_ = (combine: 'all' | 'any'): Rule =>
    defineNodeRule({
      ...text,
      check: (subject) => {
        const { node, need, report } = subject;
        const holds = subject[combine](
          () => need(node, ['idempotent']),
          () => need(node, ['hoursPerDay']) > 0,
        );
        if (holds) report({ message: 'fired' });
      },
    });
  const values = [true, false, undefined] as const;
  for (const left of values) {
    for (const right of values) {
      const and = left === false || right === false ? false : left && right ? true : undefined;
      const or = left || right ? true : left === false && right === false ? false : undefined;
      for (const [combine, expected] of [
        ['all', and],
        ['any', or],
      ] as const) {
        it(`${left} ${combine === 'all' ? 'and' : 'or'} ${right} is ${expected}`, () => {
          const result = check(node({}, { ...a(left), ...b(right) }), [with_(combine)]);
          expect({ fired: result.findings.length === 1, waits: result.undecided.length === 1 }).toEqual({
            fired: expected === true,
            waits: expected === undefined,
          });
        });
      }
    }
  }

  it('an unknown in one case leaves the others decided', () => {
    const rule = defineNodeRule({
      ...text,
      check: ({ graph, each, need, report }) =>
        each(graph.pipeline.data, (data) => {
          if (need(data, ['totalGB']) > 1) report({ message: data.id });
        }),
    });
    expect(shown(check({ ...node(), data: [{ id: 'a' }, { id: 'b', totalGB: 2 }] }, [rule]))).toEqual({
      found: ['warning: b'],
      waits: ['data/a/totalGB'],
    });
  });

  it('a configuration field without value or default is absent, which is a fact', () => {
    const rule = defineRule(store, {
      ...text,
      check: ({ node, need, report }) => report({ message: `days ${need(node, ['config', 'days'])}` }),
    });
    expect(shown(check(node(), [rule]))).toEqual({
      found: ['hint: days undefined'].map((line) => line.replace('hint', 'info')),
      waits: [],
    });
  });
});

describe('severity', () => {
  const onDefault = (id: RuleText['id']): Rule =>
    defineRule(store, {
      ...text,
      id,
      check: ({ node, need, report }) => {
        if (!need(node, ['config', 'versioned'])) report({ message: 'off' });
      },
    });

  it('is one step lower when only defaults decided', () => {
    expect(shown(check(node(), [onDefault('cost/test')]))).toEqual({ found: ['info: off'], waits: [] });
    expect(shown(check(node({ versioned: false }), [onDefault('cost/test')]))).toEqual({
      found: ['warning: off'],
      waits: [],
    });
  });

  it('stays when somebody confirmed the node, and for fit and graph', () => {
    expect(shown(check(node({}, { confirmed: true }), [onDefault('cost/test')]))).toEqual({
      found: ['warning: off'],
      waits: [],
    });
    expect(shown(check(node(), [onDefault('fit/test')]))).toEqual({ found: ['warning: off'], waits: [] });
  });

  it('scales with the environment of the node, else of the design', () => {
    const rule = (scaling: RuleText['scaling']): Rule =>
      defineNodeRule({ ...text, severity: 'error', scaling, check: ({ report }) => report({ message: 'x' }) });
    const development = { architecture: { environment: 'development' }, ...node() };
    expect(check(development, [rule('resilience')]).findings[0]).toMatchObject({
      severity: 'info',
      ownSeverity: 'error',
    });
    expect(check(development, [rule('encryption')]).findings[0]!.severity).toBe('warning');
    expect(check(development, [rule(undefined)]).findings[0]!.severity).toBe('error');
    expect(check(node({}, { environment: 'sandbox' }), [rule('resilience')]).findings[0]!.severity).toBe('info');
  });

  it('is what people choose, and off turns the rule off', () => {
    expect(check(node(), [onDefault('cost/test')], { severityOf: () => 'error' }).findings[0]!.severity).toBe('error');
    expect(check(node(), [onDefault('cost/test')], { severityOf: () => 'off' }).findings).toEqual([]);
  });
});

describe('subsumption', () => {
  it('a telling finding silences others on its element only', () => {
    const loud = defineNodeRule({
      ...text,
      id: 'lifecycle/gone',
      silences: ['fit/*'],
      check: ({ node, report }) => node.id === 'n' && report({ message: 'gone' }),
    });
    const quiet = defineNodeRule({
      ...text,
      id: 'fit/slow',
      check: ({ node, report }) => report({ message: `slow ${node.id}` }),
    });
    const result = check(
      {
        nodes: [
          { id: 'n', kind: 'store' },
          { id: 'm', kind: 'store' },
        ],
      },
      [loud, quiet],
    );
    expect(result.findings.map(({ message }) => message)).toEqual(['gone', 'slow m']);
  });

  it('reaches only the same statement of a role', () => {
    const at = (index: number): (string | number)[] => ['statements', index];
    const loud = defineRoleRule({
      ...text,
      id: 'iam/admin',
      silences: ['iam/wide'],
      check: ({ report }) => report({ at: at(0), message: 'admin' }),
    });
    const quiet = defineRoleRule({
      ...text,
      id: 'iam/wide',
      check: ({ report }) =>
        [0, 1].forEach((index) => void report({ at: [...at(index), 'actions'], message: `wide ${index}` })),
    });
    const statement = { effect: 'Allow', actions: ['*'], resources: ['*'] };
    const result = check({ roles: [{ id: 'r', trust: ['x'], statements: [statement, statement] }] }, [loud, quiet]);
    expect(result.findings.map(({ message }) => message)).toEqual(['admin', 'wide 1']);
  });
});

describe('suppressions', () => {
  const rule = defineNodeRule({ ...text, check: ({ report }) => report({ message: 'x' }) });
  const suppressed = (more: object): LintResult =>
    check({ ...node(), suppressions: [{ rule: 'cost/test', on: 'n', reason: 'because', ...more }] }, [rule]);

  it('silence a finding on an element, up to and with their day', () => {
    expect(suppressed({}).findings).toEqual([]);
    expect(suppressed({ until: '2026-11-24' }).suppressed).toHaveLength(1);
    expect(suppressed({ on: 'other' }).findings).toHaveLength(1);
  });

  it('let the finding return after their day, and say so', () => {
    const result = suppressed({ until: '2026-11-23' });
    expect(result.findings).toHaveLength(1);
    expect(result.problems.map(({ code }) => code)).toEqual(['suppression.expired']);
  });

  it('want a reason, and are reported when nothing needs them', () => {
    expect(suppressed({ reason: ' ' }).problems.map(({ code }) => code)).toEqual(['suppression.no-reason']);
    expect(suppressed({ rule: 'cost/other' }).problems.map(({ code }) => code)).toEqual(['suppression.unused']);
  });

  it('are ignored on request', () => {
    const document = { ...node(), suppressions: [{ rule: 'cost/test', on: 'n' }] };
    expect(check(document, [rule], { ignoreSuppressions: true }).findings).toHaveLength(1);
  });
});

it('a rule that throws is reported as broken, and the others still run', () => {
  const broken = defineDesignRule({
    ...text,
    id: 'cost/broken',
    check: () => {
      throw new Error('oops');
    },
  });
  const fine = defineNodeRule({ ...text, check: ({ report }) => report({ message: 'fine' }) });
  const result = check(node(), [broken, fine]);
  expect(result.broken).toMatchObject([{ rule: 'cost/broken', element: null, error: new Error('oops') }]);
  expect(result.findings).toHaveLength(1);
});
