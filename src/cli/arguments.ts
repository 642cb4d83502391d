import { parseArgs } from 'node:util';
import { type Arguments, type Command, type Options, UsageError } from './command';

/** Reads what follows the name of a command. @throws UsageError */
export function readArguments(command: Command, argv: readonly string[]): Arguments<Options> {
  const { values, positionals } = parse(command, argv);
  const required = command.words.filter((word) => !word.startsWith('['));
  const unlimited = command.words.some((word) => word.includes('…'));
  const missing = required[positionals.length];
  if (missing !== undefined) throw new UsageError(`${missing.replace('…', '')} is missing.`);
  if (!unlimited && positionals.length > command.words.length)
    throw new UsageError(`"${positionals[command.words.length]}" is one word too many.`);
  return { values: checkedValues(command, values), words: positionals };
}

function checkedValues(
  command: Command,
  given: Readonly<Record<string, unknown>>,
): Record<string, string | boolean | undefined> {
  return Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => {
      const value = given[name];
      if (option.type === 'boolean') return [name, value === true];
      const text = typeof value === 'string' ? value : undefined;
      if (option.type === 'choice') {
        if (text !== undefined && !option.values.includes(text))
          throw new UsageError(`--${name} ${text}: must be one of ${option.values.join(', ')}.`);
        return [name, text ?? option.default];
      }
      if (text === undefined && option.required) throw new UsageError(`--${name} ${option.value} is missing.`);
      if (text === '') throw new UsageError(`--${name} is empty.`);
      return [name, text];
    }),
  );
}

function parse(command: Command, argv: readonly string[]): { values: Record<string, unknown>; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type }]) => [
      name,
      { type: type === 'boolean' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      throw new UsageError(firstSentence(error.message));
    throw error;
  }
}

/** Node's message goes on with advice about positional arguments that nobody wants here. */
function firstSentence(message: string): string {
  const [line = ''] = message.split('\n');
  const end = line.indexOf('. ');
  return `${(end === -1 ? line : line.slice(0, end)).replace(/\.$/, '').replaceAll("'", '"')}.`;
}
