import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { after, test } from 'node:test';
import { AwsSolutionsChecks } from 'cdk-nag';

/** Synthesizes the app as the CDK CLI does: the same flags, from cdk.json. */
const outdir = mkdtempSync(path.join(tmpdir(), 'cdk-out-'));
const { context } = JSON.parse(readFileSync(path.join(__dirname, '..', 'cdk.json'), 'utf8'));
process.env.CDK_CONTEXT_JSON = JSON.stringify(context);
process.env.CDK_OUTDIR = outdir;
after(() => rmSync(outdir, { recursive: true, force: true }));

const load = async () => (await import('../bin/app.js')).app;

test('cdk-nag AwsSolutions finds nothing that is not acknowledged with a reason', async () => {
  const { violations } = new AwsSolutionsChecks().validateScope(await load());
  const found = violations.flatMap((violation) =>
    violation.violatingResources.map((resource) => `${violation.ruleName} at ${resource.constructPath}`),
  );
  assert.deepEqual(found, []);
});

test('CloudFormation would take the templates', async () => {
  const assembly = (await load()).synth();
  const fromCdk = createRequire(require.resolve('aws-cdk-lib/package.json'));
  const { CompositeEngine, TemplateContent } = fromCdk('@aws/cloudformation-validate');
  const engine = new CompositeEngine();
  for (const stack of assembly.stacks) {
    const text = JSON.stringify(stack.template);
    const { diagnostics } = engine.validateTemplate(new TemplateContent(text, stack.templateFile), { detailLevel: 'STANDARD', severityLevel: 'WARN' });
    const wrong = diagnostics
      .filter(({ severity, ruleId }: { severity: string; ruleId: string }) => severity === 'FATAL' || severity === 'ERROR' || ruleId === 'W3030')
      .map(({ ruleId, message }: { ruleId: string; message: string }) => `${ruleId}: ${message}`);
    assert.deepEqual(wrong, [], stack.stackName);
  }
});
