import type { EdgeView } from '../kit/cdk';
import type { Code } from '../kit/code';

/** An endpoint outside is named by its own address, or asked for when the stack is deployed. */
export function endpointUrl({ to, parameter }: Pick<EdgeView, 'to' | 'parameter'>): Code {
  const url = (to.config as { readonly url?: unknown }).url;
  if (typeof url === 'string' && /^https:\/\/[^\s]+$/.test(url)) return url;
  const name = `${to.id.replace(/[^A-Za-z0-9]/g, '').replace(/^./, (letter) => letter.toUpperCase())}EndpointUrl`;
  return parameter(
    /^[A-Za-z]/.test(name) ? name : `Endpoint${name}`,
    `Address of ${to.id}, which records are sent to`,
    { allowedPattern: '^https://.+$' },
  );
}
