import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { SynthesisError, synthesizeTemplate } from '../../synth/template';
import { cdkModules, ToolchainError } from '../../synth/toolchain';
import type { Given } from '../command';
import { type ExitCode, exitCodes } from '../exit-code';
import { fileFailure } from '../input';
import type { Io } from '../io';
import { exported } from './design';

interface Flags {
  readonly out: string | undefined;
  readonly cdk: string | undefined;
  readonly 'allow-errors': boolean;
}

/** Writes the CloudFormation template of a design, as the CDK makes it. */
export async function runExportCloudFormation(io: Io, { values, words }: Given<Flags>): Promise<ExitCode> {
  const result = exported(io, words[0] ?? '', values['allow-errors']);
  if (typeof result === 'number') return result;
  const say = (message: string): void => io.err(`dataweir: ${message}\n`);
  try {
    const folder = values.cdk === undefined ? undefined : path.resolve(io.cwd, values.cdk);
    const modules = await cdkModules({ folder, progress: say });
    const { text, assets } = await synthesizeTemplate(result.files, modules);
    if (values.out === undefined) io.out(text);
    else if (!written(io, values.out, text)) return exitCodes.failed;
    for (const { element, reason } of result.leftOut) say(`left out: ${element}: ${reason}`);
    if (assets > 0)
      say(
        `${assets === 1 ? 'a file' : `${assets} files`} beside the template, such as the code of functions, must lie in the bootstrap bucket: "dataweir export cdk" and "cdk deploy" put it there.`,
      );
    return exitCodes.fine;
  } catch (error) {
    if (!(error instanceof ToolchainError || error instanceof SynthesisError)) throw error;
    say(error.message);
    return error instanceof ToolchainError ? exitCodes.outside : exitCodes.failed;
  }
}

function written(io: Io, out: string, text: string): boolean {
  try {
    writeFileSync(path.resolve(io.cwd, out), text);
    return true;
  } catch (error) {
    io.err(`dataweir: ${out}: ${fileFailure(error)}\n`);
    return false;
  }
}
