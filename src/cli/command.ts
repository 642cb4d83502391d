import type { ExitCode } from './exit-code';
import type { Io } from './io';

/** `values` makes a text option a choice; `value` names what follows it in the help. */
export type Option =
  | { readonly type: 'boolean'; readonly help: string }
  | { readonly type: 'string'; readonly value: string; readonly help: string; readonly required?: boolean }
  | {
      readonly type: 'choice';
      readonly values: readonly string[];
      readonly default: string;
      readonly help: string;
    };
export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O extends { type: 'boolean' }
  ? boolean
  : O extends { type: 'choice' }
    ? O['values'][number]
    : O extends { required: true }
      ? string
      : string | undefined;
export type Values<O extends Options> = { readonly [K in keyof O]: ValueOf<O[K]> };

/** What a command was called with: the values of its options, and the words beside them. */
export interface Given<V> {
  readonly values: V;
  readonly words: readonly string[];
}
export type Arguments<O extends Options> = Given<Values<O>>;

export type Run<O extends Options> = (io: Io, given: Arguments<O>) => Promise<ExitCode> | ExitCode;

/** What is known of a command before it is loaded: enough for help, and to read its arguments. */
export interface Command<O extends Options = Options> {
  /** Words that call it: `['export', 'cdk']`. */
  readonly name: readonly string[];
  readonly summary: string;
  /** Names of the words it takes; `…` behind the last one for any number, `[ ]` around one that may be left out. */
  readonly words: readonly string[];
  readonly options: O;
  /** Lines below the options. */
  readonly notes?: readonly string[];
  /** Heavy parts are loaded by the command that needs them. */
  readonly load: () => Promise<Run<O>>;
}

export function defineCommand<const O extends Options>(command: Command<O>): Command {
  // Sound: the arguments are read with the same options that type them.
  return command as unknown as Command;
}

/** The command line is wrong: the message says how, and what would be right. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
