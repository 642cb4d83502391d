import { expect, it } from 'vitest';
import { matrix } from '../connections/matrix';
import { parseDocument } from '../model/document';
import { applyEdits } from '../model/edit';
import type { Pipeline } from '../model/vocabulary';
import { kinds } from '../services/catalog';
import { lint } from './lint';
import { rules } from './rules';

/** What fixes leave behind where more than one way would clear the finding: fixtures say only that it is cleared. */

/** The design after the first fix of a rule; undefined where the rule offers none. */
function fixed(id: string, design: object): Pipeline | undefined {
  const document = parseDocument(JSON.stringify({ version: 1, name: 'test', ...design }), kinds);
  expect(document.problems).toEqual([]);
  const found = lint(document, { kinds, rules: rules.filter((rule) => rule.id === id), matrix, today: '2026-11-24' });
  expect(found.findings).toHaveLength(1);
  const fix = found.findings[0]!.fixes[0];
  return fix && parseDocument(applyEdits(document, fix.edits), kinds).value;
}

it('a warehouse moves to the private subnet of its own network', () => {
  const groups = [
    { id: 'vpc', kind: 'vpc' },
    { id: 'front', kind: 'subnet', parent: 'vpc', subnet: 'public', nodes: ['site', 'warehouse'] },
    { id: 'elsewhere', kind: 'subnet', subnet: 'private', nodes: [] },
    { id: 'second', kind: 'subnet', parent: 'vpc', subnet: 'public', nodes: [] },
    { id: 'back', kind: 'subnet', parent: 'vpc', subnet: 'isolated', nodes: [] },
  ];
  const nodes = [
    { id: 'warehouse', kind: 'redshift', subnet: 'public' },
    { id: 'site', kind: 'source.web' },
  ];
  const after = fixed('security/redshift-public-subnet', { nodes, groups })!;
  expect(after.groups.map(({ id, nodes: members }) => [id, members])).toEqual([
    ['vpc', undefined],
    ['front', ['site']],
    ['elsewhere', []],
    ['second', []],
    ['back', ['warehouse']],
  ]);
  expect(after.nodes[0]!.subnet).toBe('isolated');
  expect(fixed('security/redshift-public-subnet', { nodes, groups: groups.slice(0, 4) })).toBeUndefined();
});

it('a range is closed only where edges let clients in', () => {
  const warehouse = { id: 'warehouse', kind: 'redshift', ingressCidrs: ['0.0.0.0/0', 'sg-1'] };
  const dashboard = { id: 'dashboard', kind: 'quicksight' };
  const edges = [{ id: 'ask', from: 'warehouse', to: 'dashboard', kind: 'query' }];
  const after = fixed('security/redshift-open-ingress', { nodes: [warehouse, dashboard], edges })!;
  expect(after.nodes[0]!.ingressCidrs).toEqual(['sg-1']);
  expect(fixed('security/redshift-open-ingress', { nodes: [warehouse] })).toBeUndefined();
});

it.each([
  [{ auth: ['unauthenticated'] }, { auth: ['iam'] }],
  [
    { auth: ['mtls', 'unauthenticated'], clientBroker: 'TLS_PLAINTEXT' },
    { auth: ['mtls', 'iam'], clientBroker: 'TLS_PLAINTEXT' },
  ],
  [
    { auth: ['iam', 'unauthenticated'], clientBroker: 'PLAINTEXT' },
    { auth: ['iam'], clientBroker: 'TLS' },
  ],
])('brokers with %j ask for IAM, on a listener that can', (before, after) => {
  const design = { nodes: [{ id: 'kafka', kind: 'msk', config: before }] };
  expect(fixed('security/msk-unauthenticated', design)!.nodes[0]!.config).toEqual(after);
});

it('a role is split by what edges need; what is denied, excepted or unexplained stays with each', () => {
  const unexplained = [
    { effect: 'Allow', actions: ['xray:PutTraceSegments'], resources: ['*'] },
    { effect: 'Allow', notActions: ['iam:*'], resources: ['lake'] },
    { effect: 'Deny', actions: ['s3:PutObject'], resources: ['lake/locked/*'] },
  ];
  const nodes = [
    { id: 'clean', kind: 'lambda', roleRef: 'shared' },
    { id: 'copy', kind: 'lambda', roleRef: 'shared' },
    { id: 'idle', kind: 'lambda', roleRef: 'shared' },
    { id: 'lake', kind: 's3' },
    { id: 'raw', kind: 's3' },
  ];
  const edges = [
    { id: 'write', from: 'clean', to: 'lake' },
    { id: 'keep', from: 'copy', to: 'raw' },
  ];
  const statements = [
    { ...unexplained[0]!, actions: ['s3:Put*', 'xray:PutTraceSegments'] },
    unexplained[1],
    unexplained[2],
    { effect: 'Allow', actions: ['s3:PutObject'], resources: ['lake', 'raw'] },
  ];
  const roles = [{ id: 'shared', trust: ['lambda.amazonaws.com'], statements }];
  const after = fixed('iam/shared-role', { nodes, edges, roles })!;
  const writes = (id: string) => expect.objectContaining({ effect: 'Allow', resources: [id] });
  expect(after.roles.map((role) => [role.id, role.statements])).toEqual([
    ['shared', [writes('lake'), ...unexplained]],
    ['shared-copy', [writes('raw'), ...unexplained]],
    ['shared-idle', unexplained],
  ]);
  expect(after.nodes.slice(0, 3).map(({ roleRef }) => roleRef)).toEqual(['shared', 'shared-copy', 'shared-idle']);
});

it('a statement goes with its last resource', () => {
  const statement = { effect: 'Allow', actions: ['s3:GetObject'], resources: ['raw', 'raw/*'] };
  const design = (resources: readonly string[]) => ({
    nodes: [
      { id: 'work', kind: 'lambda', roleRef: 'worker' },
      { id: 'lake', kind: 's3' },
      { id: 'raw', kind: 's3' },
    ],
    edges: [{ id: 'read', from: 'lake', to: 'work' }],
    roles: [{ id: 'worker', trust: ['lambda.amazonaws.com'], statements: [{ ...statement, resources }] }],
  });
  const after = (resources: readonly string[]) =>
    fixed('iam/edge-permission-excess', design(resources))!.roles[0]!.statements;
  expect(after(['raw', 'raw/*'])).toEqual([]);
  expect(after(['lake/*', 'raw/*'])).toEqual([{ ...statement, resources: ['lake/*'] }]);
});
