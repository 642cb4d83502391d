import { findNodeAtLocation, getNodeValue, type ParseError, parseTree } from 'jsonc-parser';
import * as z from 'zod';
import { matchesPath } from '../kit/glob';
import { pillars } from '../kit/rule';
import { check, closest } from '../model/check';
import type { JsonPath } from '../model/json';
import { LineIndex } from '../model/lines';
import { syntaxProblems } from '../model/syntax';
import { choice, type RuleSettings } from './settings';

/** The severities of a team, in the folder of its designs or in one above: editor, command line and CI read it. */
export const settingsFileName = '.dataweirrc.json';

const ruleChoices = z.record(z.string(), choice).meta({
  title: 'Rules',
  description: 'Severity by rule id, such as "cost/s3-lifecycle-missing", or for a pillar, such as "cost".',
});

export const settingsFile = z.strictObject({
  $schema: z.string().optional(),
  rules: ruleChoices.optional(),
  overrides: z
    .array(
      z.strictObject({
        files: z.array(z.string()).meta({
          title: 'Files',
          description: 'Patterns over paths from the folder of this file; one without "/" is about the name alone.',
        }),
        rules: ruleChoices,
      }),
    )
    .optional()
    .meta({ title: 'Overrides', description: 'Other severities for some files; the last one that matches wins.' }),
});
export type SettingsFile = z.infer<typeof settingsFile>;

export interface ReadSettings {
  /** What can be used. */
  readonly file: SettingsFile;
  /** `3:5: …`, one line each. Entries that they are about are left out. */
  readonly problems: readonly string[];
}

/** Reads the text of a settings file. Never throws. @param ruleIds to tell a rule from a slip of the pen. */
export function parseSettingsFile(text: string, ruleIds: Iterable<string>): ReadSettings {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const lines = new LineIndex(text);
  const at = (offset: number, message: string): string => {
    const { line, column } = lines.position(offset);
    return `${line + 1}:${column + 1}: ${message}`;
  };
  const [broken] = syntaxProblems(text, errors);
  if (!tree || broken)
    return { file: {}, problems: [at(broken?.span.offset ?? 0, broken?.message ?? 'This is not JSON.')] };
  const { value, problems } = check(settingsFile, getNodeValue(tree));
  const place = (path: JsonPath): number => (findNodeAtLocation(tree, [...path]) ?? tree).offset;
  const file = value ?? {};
  const known = new Set<string>([...pillars, ...ruleIds]);
  const unknown = (rules: RuleSettings | undefined, path: JsonPath): string[] =>
    Object.keys(rules ?? {}).flatMap((key) =>
      known.has(key)
        ? []
        : [at(place([...path, key]), `There is no rule and no pillar "${key}".${closest(key, known)}`)],
    );
  return {
    file,
    problems: [
      ...problems.map(({ path, message }) => at(place(path), message)),
      ...unknown(file.rules, ['rules']),
      ...(file.overrides ?? []).flatMap(({ rules }, index) => unknown(rules, ['overrides', index, 'rules'])),
    ],
  };
}

/** The settings for one design, weakest first. @param path from the folder of the settings file, with `/`. */
export function settingsFor({ rules, overrides }: SettingsFile, path: string): RuleSettings[] {
  return [
    ...(rules ? [rules] : []),
    ...(overrides ?? []).flatMap((override) =>
      override.files.some((pattern) => matchesPath(pattern, path)) ? [override.rules] : [],
    ),
  ];
}
