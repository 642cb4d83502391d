import { defineRule, labelOf } from '../../../kit/rule';
import { listed } from '../../../kit/words';
import { facts } from '../facts';
import { service as athena } from '../service';

export const rule = defineRule(athena, {
  id: 'security/athena-results-unencrypted',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Encrypt query results, and let no client override the workgroup.',
  why: 'Each result is a copy of the data in a bucket of its own; a workgroup that does not enforce its settings leaves place and encryption to the client.',
  source: facts.nodeDefaults.source,
  fix: 'quickfix',
  references: { lens: ['3.6'], checkov: ['CKV_AWS_159', 'CKV_AWS_82'] },
  check({ node, need, mention, report, set }) {
    const inClear = need(node, ['config', 'resultEncryption']) === 'none';
    const overridable = !need(node, ['config', 'enforceWorkgroup']);
    if (!inClear && !overridable) return;
    const faults = [
      inClear && 'query results land unencrypted',
      overridable && 'clients may override its settings',
    ].filter((fault) => fault !== false);
    report({
      at: ['config', inClear ? 'resultEncryption' : 'enforceWorkgroup'],
      message: `Workgroup ${mention(node, ['config', 'workgroup']) ?? labelOf(node)}: ${listed(faults)}. ${inClear ? 'Encrypt with SSE-S3 and enforce' : 'Enforce'} the workgroup settings.`,
      fix: {
        title: inClear ? 'Encrypt results and enforce the workgroup' : 'Enforce the workgroup settings',
        edits: [
          ...(inClear ? [set(node, ['config', 'resultEncryption'], 'SSE_S3')] : []),
          ...(overridable ? [set(node, ['config', 'enforceWorkgroup'], true)] : []),
        ],
      },
    });
  },
});
