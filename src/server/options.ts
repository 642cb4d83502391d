import type { InitializeParams } from 'vscode-languageserver';
import * as z from 'zod';
import { noSettings, parseRuleSettings, type RuleSettings } from '../lint/settings';

/** What a client says once, with `initialize`. Everything is optional: any editor can run the server. */
const initializationOptions = z.object({
  /** Send `dataweir/findingsPublished` beside the diagnostics. */
  findings: z.boolean().default(false),
  /** The client has the extension's commands. */
  commands: z.boolean().default(false),
  /** Base address of the rule pages, `<base>/<pillar>/<rule>.md`; without one, diagnostics carry no link. */
  rulePages: z.string().optional(),
  /** Severities, for clients without `workspace/configuration`. */
  rules: z.unknown().optional(),
});

export interface ClientOptions {
  readonly findings: boolean;
  readonly commands: boolean;
  readonly rulePages: string | undefined;
  readonly rules: RuleSettings;
  readonly versionedEdits: boolean;
  readonly pullsConfiguration: boolean;
  readonly watchesConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly markdown: boolean;
}

export function clientOptions({ capabilities, initializationOptions: given }: InitializeParams): ClientOptions {
  const parsed = initializationOptions.safeParse(given ?? {});
  const { findings, commands, rulePages, rules } = parsed.success ? parsed.data : initializationOptions.parse({});
  return {
    findings,
    commands,
    rulePages,
    rules: rules === undefined ? noSettings : parseRuleSettings(rules),
    versionedEdits: capabilities?.workspace?.workspaceEdit?.documentChanges === true,
    pullsConfiguration: capabilities?.workspace?.configuration === true,
    watchesConfiguration: capabilities?.workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: capabilities?.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    markdown: capabilities?.textDocument?.hover?.contentFormat?.includes('markdown') === true,
  };
}
