import { rules } from '../lint/rules';
import type { RuleSettings } from '../lint/settings';
import { parseSettingsFile, settingsFileName, settingsFor } from '../lint/settings-file';

/** The settings that the nearest settings file has for a design: in its folder, or in one above. Weakest first. */
export async function teamSettings(
  host: { read(uri: string): Promise<string | undefined> },
  uri: string,
  onProblem: (message: string) => void,
): Promise<readonly RuleSettings[]> {
  const { pathname } = new URL(uri);
  const names = pathname.split('/').slice(1);
  for (let depth = names.length - 1; depth >= 0; depth--) {
    const address = new URL(`/${[...names.slice(0, depth), settingsFileName].join('/')}`, uri).toString();
    const text = await host.read(address);
    if (text === undefined) continue;
    const { file, problems } = parseSettingsFile(
      text,
      rules.map(({ id }) => id),
    );
    for (const problem of problems) onProblem(`${decoded(new URL(address).pathname)}:${problem}`);
    return settingsFor(file, decoded(names.slice(depth).join('/')));
  }
  return [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address of another making: its names are what they are.
    return text;
  }
}
