import { Refactoring } from '../../../kit/refactoring';
import { reportOf } from '../../../kit/retirement';
import { defineRule } from '../../../kit/rule';
import { service } from '../service';

export const rule = defineRule(service, {
  id: 'lifecycle/cloud9',
  severity: 'warning',
  since: '0.1.0',
  summary: 'Write code in an editor with the AWS Toolkit, or in CloudShell.',
  why: 'No new account can make a Cloud9 environment.',
  source: service.retired!.source,
  fix: 'refactor',
  references: { nag: ['C91'] },
  check(work) {
    const { node, graph, report } = work;
    const change = new Refactoring(graph);
    change.remove(node);
    report({
      ...reportOf(node, service.label, service.retired!),
      fix: { title: 'Remove it', edits: change.edits },
    });
  },
});
