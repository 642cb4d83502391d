import { rules } from '../lint/rules';
import type { RuleSettings } from '../lint/settings';
import { parseSettingsFile, settingsFileName, settingsFor } from '../lint/settings-file';

export interface SettingsReader {
  /** Text of the file at an address; undefined when there is none, or none that can be read from here. Rejects when it is there and cannot be read. */
  read(uri: string): Promise<string | undefined>;
  /** Told what is wrong with a settings file: `3:5: …`, or why it cannot be read. */
  onProblem(uri: string, problem: string): void;
}

/** The settings that the nearest settings file has for a design: in its folder, or in one above. Weakest first. Never rejects. */
export async function teamSettings(reader: SettingsReader, uri: string): Promise<readonly RuleSettings[]> {
  const { pathname } = new URL(uri);
  // An address without folders, such as that of a file that was never saved, has nothing above it.
  if (!pathname.startsWith('/')) return [];
  const names = pathname.split('/').slice(1);
  for (let depth = names.length - 1; depth >= 0; depth--) {
    const address = new URL(`/${[...names.slice(0, depth), settingsFileName].join('/')}`, uri).toString();
    let text: string | undefined;
    try {
      text = await reader.read(address);
    } catch (error) {
      reader.onProblem(address, error instanceof Error ? error.message : String(error));
    }
    if (text === undefined) continue;
    const { file, problems } = parseSettingsFile(
      text,
      rules.map(({ id }) => id),
    );
    for (const problem of problems) reader.onProblem(address, problem);
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
