import type { Command, Option } from './command';
import { table } from './table';

const exitCodeLines = [
  'Exit codes:',
  '  0  fine',
  '  1  findings from --fail-on on, problems in a design, a difference, a refusal; or an error of Dataweir itself',
  '  2  wrong usage, or input that is missing or not JSON',
  '  3  AWS, the network or another outside system failed',
];

export function overview(commands: readonly Command[]): string {
  const rows = commands.map((command) => [usageOf(command), command.summary]);
  return lines([
    'Design, check and ship AWS data architectures, one *.pipeline.json each.',
    '',
    'Usage: dataweir <command> [options]',
    '',
    'Commands:',
    ...table(rows, '  '),
    '',
    'dataweir <command> --help says more. dataweir --version prints the version.',
    'Results go to standard output, messages to standard error. Set DEBUG to see where an error of Dataweir comes from.',
    '',
    ...exitCodeLines,
  ]);
}

export function helpOf(command: Command): string {
  const options = Object.entries(command.options).map(([name, option]) => [
    `--${name}${argumentOf(option)}`,
    helpText(option),
  ]);
  return lines([
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    '',
    `Usage: dataweir ${usageOf(command)}${options.length > 0 ? ' [options]' : ''}`,
    '',
    'Options:',
    ...table([...options, ['--help', 'this text']], '  '),
    ...(command.notes ? ['', ...command.notes] : []),
    '',
    ...exitCodeLines,
  ]);
}

export function usageOf(command: Command): string {
  const required = Object.entries(command.options).flatMap(([name, option]) =>
    option.type === 'string' && option.required ? [`--${name}${argumentOf(option)}`] : [],
  );
  return [...command.name, ...command.words, ...required].join(' ');
}

const argumentOf = (option: Option): string =>
  option.type === 'boolean' ? '' : option.type === 'choice' ? ` ${option.values.join('|')}` : ` ${option.value}`;

const helpText = (option: Option): string =>
  option.type === 'choice' ? `${option.help} (${option.default})` : option.help;

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;
