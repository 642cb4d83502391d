import type { NodeBlock } from './cdk';
import { duration, lambda } from './cdk-modules';
import { type Code, type Expression, module, name } from './code';

/** Functions of the generated app: their code stands in folders that are the user's, and starts with a handler that works. */

export type Runtime =
  | 'nodejs24.x'
  | 'nodejs22.x'
  | 'nodejs20.x'
  | 'nodejs18.x'
  | 'python3.15'
  | 'python3.14'
  | 'python3.13'
  | 'python3.12'
  | 'python3.11'
  | 'python3.10'
  | 'python3.9'
  | 'java25'
  | 'java21'
  | 'java17'
  | 'java11';
/** What calls a function: decides the handler it starts with. */
export type Caller =
  | 'kinesis'
  | 'kafka'
  | 'queue'
  | 'table'
  | 'topic'
  | 'pipe'
  | 'transform'
  | 'object'
  | 'api'
  | 'log'
  | 'udf';

const windowsDevices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
/** Folder of the code of a function, under a name that every file system takes. */
export const functionFolder = (id: string): string => `lambda/${windowsDevices.test(id) ? `${id}-function` : id}`;

export interface FunctionParts {
  readonly id: string;
  /** Folder of its code, relative to the app. */
  readonly folder: string;
  readonly caller: Caller | 'authorizer' | 'jwt-authorizer' | undefined;
  readonly role: Expression;
  readonly logs: Expression;
  readonly runtime: Runtime;
  readonly memoryMB: number;
  readonly seconds: number;
  readonly key?: Expression | undefined;
  readonly retries?: number | undefined;
  /** The VPC it runs in; in none when left out. */
  readonly network?: { readonly vpc: Code; readonly subnets: Code; readonly securityGroup: Expression } | undefined;
  /** Whether it stands in a public subnet there. */
  readonly inPublic?: boolean;
}

/** A function with the code of a folder that is the user's. */
export function functionOf(block: Pick<NodeBlock, 'construct' | 'file' | 'advise'>, parts: FunctionParts): Expression {
  const { runtime } = parts;
  const family = runtime.startsWith('python') ? 'python' : runtime.startsWith('java') ? 'java' : 'nodejs';
  for (const [path, skeleton] of Object.entries(sources[family](parts.caller)))
    block.file(`${parts.folder}/${path}`, skeleton);
  if (family === 'java')
    block.advise(
      `Build \`${parts.folder}\` before you deploy: \`javac --release ${runtime.slice('java'.length)} -d ${parts.folder} ${parts.folder}/Handler.java\`.`,
    );
  const code = lambda
    .member('Code')
    .method(
      'fromAsset',
      module('node:path', 'path').method('join', name('__dirname'), '..', '..', ...parts.folder.split('/')),
    );
  return block.construct(parts.id, lambda.member('Function'), {
    runtime: lambda.member('Runtime').member(runtimeNames[runtime]),
    handler: family === 'java' ? 'Handler::handleRequest' : 'index.handler',
    code,
    role: parts.role,
    memorySize: parts.memoryMB,
    timeout: duration('seconds', parts.seconds),
    logGroup: parts.logs,
    retryAttempts: parts.retries,
    environmentEncryption: parts.key,
    vpc: parts.network?.vpc,
    vpcSubnets: parts.network?.subnets,
    securityGroups: parts.network && [parts.network.securityGroup],
    // The construct refuses it otherwise: functions have no address by which a public subnet would lead out.
    allowPublicSubnet: parts.inPublic ? true : undefined,
    tracing: lambda.member('Tracing').member('DISABLED'),
  });
}

const runtimeNames: Readonly<Record<FunctionParts['runtime'], string>> = {
  'nodejs24.x': 'NODEJS_24_X',
  'nodejs22.x': 'NODEJS_22_X',
  'python3.15': 'PYTHON_3_15',
  'python3.14': 'PYTHON_3_14',
  'python3.13': 'PYTHON_3_13',
  java25: 'JAVA_25',
  java21: 'JAVA_21',
  'nodejs20.x': 'NODEJS_20_X',
  'nodejs18.x': 'NODEJS_18_X',
  'python3.12': 'PYTHON_3_12',
  'python3.11': 'PYTHON_3_11',
  'python3.10': 'PYTHON_3_10',
  'python3.9': 'PYTHON_3_9',
  java17: 'JAVA_17',
  java11: 'JAVA_11',
};

type Files = Readonly<Record<string, string>>;

/** Files that a function starts with, by the skeletons they are copies of. */
const sources: Readonly<Record<'nodejs' | 'python' | 'java', (caller: FunctionParts['caller']) => Files>> = {
  nodejs: (caller) => ({
    'index.mjs': `lambda/nodejs/${caller ?? 'event'}.mjs`,
    ...(caller !== 'transform' &&
      caller !== 'authorizer' &&
      caller !== 'jwt-authorizer' && {
        'deliver.mjs': 'lambda/nodejs/deliver.mjs',
        'sign.mjs': 'lambda/nodejs/sign.mjs',
      }),
  }),
  python: (caller) => ({
    'index.py': `lambda/python/${caller ?? 'event'}.py`,
    ...(caller !== 'transform' && { 'deliver.py': 'lambda/python/deliver.py' }),
  }),
  java: () => ({ 'Handler.java': 'lambda/java/Handler.java' }),
};
