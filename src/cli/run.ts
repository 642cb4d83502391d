import { readArguments } from './arguments';
import { type Command, UsageError } from './command';
import { commands } from './commands';
import { type ExitCode, exitCodes } from './exit-code';
import type { Io } from './io';

/** Runs one command line, without the name of the program. Never throws. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<ExitCode> {
  let command: Command | undefined;
  try {
    if (isOption(argv, '--version')) {
      io.out(`${(await import('./package')).packageVersion()}\n`);
      return exitCodes.fine;
    }
    command = findCommand(argv);
    if (isOption(argv, '--help') || argv[0] === 'help' || argv.length === 0) {
      const { helpOf, overview } = await import('./help');
      const text = command ? helpOf(command) : overview(commands);
      if (argv.length > 0) io.out(text);
      else io.err(text);
      return argv.length > 0 ? exitCodes.fine : exitCodes.usage;
    }
    if (!command) throw new UsageError(await unknownCommand(argv));
    const given = readArguments(command, argv.slice(command.name.length));
    const run = await command.load();
    return await run(io, given);
  } catch (error) {
    if (error instanceof UsageError) {
      const help = command ? `dataweir ${command.name.join(' ')} --help` : 'dataweir --help';
      io.err(`dataweir: ${error.message} See "${help}".\n`);
      return exitCodes.usage;
    }
    const message = error instanceof Error ? error.message : String(error);
    io.err(`dataweir: internal error: ${message.split('\n')[0]}\n`);
    if (process.env.DEBUG && error instanceof Error) io.err(`${error.stack}\n`);
    return exitCodes.failed;
  }
}

/** Whether a word stands among the options: behind `--` everything is a file. */
function isOption(argv: readonly string[], word: string): boolean {
  const end = argv.indexOf('--');
  return (end === -1 ? argv : argv.slice(0, end)).includes(word);
}

/** The command that the first words name; `help export cdk` names it too. */
function findCommand(argv: readonly string[]): Command | undefined {
  const words = argv[0] === 'help' ? argv.slice(1) : argv;
  return commands.find(({ name }) => name.every((word, index) => words[index] === word));
}

async function unknownCommand(argv: readonly string[]): Promise<string> {
  const { closest } = await import('../model/check');
  const [first = '', second] = argv;
  const group = commands.filter(({ name }) => name.length > 1 && name[0] === first);
  if (group.length > 0) {
    const wanted = group.map(({ name }) => name[1]!);
    return second === undefined || second.startsWith('-')
      ? `${first} what? One of ${wanted.join(', ')}.`
      : `There is no "${first} ${second}".${closest(second, wanted)}`;
  }
  if (first.startsWith('-')) return `There is no option "${first}".`;
  return `There is no command "${first}".${closest(first, new Set(commands.map(({ name }) => name[0]!)))}`;
}
