import type { Block, EdgeView, NodeView } from '../kit/cdk';
import { parameterName } from '../kit/cdk-names';
import { type Code, expression } from '../kit/code';

/** What lives outside the design: nobody here knows its address or its credentials, so the stack asks for them. */

/** ARN of the secret with its credentials: the secret the design draws, else a parameter. */
export function outsideSecret(
  { design, parameter }: Pick<Block & EdgeView, 'design' | 'parameter'>,
  view: NodeView,
): Code {
  const drawn = design.find(view.node.secretRef);
  if (drawn?.kind === 'secrets-manager') return drawn.part('Secret').member('secretArn');
  return parameter(
    `${parameterName(view.id)}SecretArn`,
    `ARN of the secret in Secrets Manager with the credentials of ${view.id}: JSON with username and password`,
    { allowedPattern: secretPattern },
  );
}

const secretPattern = '^arn:[a-z-]+:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:.+$';

/** Something the design may say of it, else a parameter of the stack. */
export function outsideValue(
  { parameter }: Pick<Block, 'parameter'>,
  view: NodeView,
  name: string,
  declared: string | number | undefined,
  description: string,
): Code {
  const text = declared === undefined ? '' : String(declared).trim();
  return text === '' ? parameter(`${parameterName(view.id)}${name}`, `${description} ${view.id}`) : expression(text);
}
