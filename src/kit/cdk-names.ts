import { core } from './cdk-modules';
import { type Expression, template } from './code';

/** Names of resources that an account has once, within the letters and the length that their service takes. */

/** Eight characters that no two stacks share: the beginning of the unique part of the stack's id. */
const stackSuffix: Expression = (() => {
  const fn = core.member('Fn');
  const unique = fn.method('select', 2, fn.method('split', '/', core.member('Aws').member('STACK_ID')));
  return fn.method('select', 0, fn.method('split', '-', unique));
})();
const stackSuffixLength = 8;

/**
 * The id of a node as a name of lower-case letters, digits and "-" that begins with a letter. What had to be changed or cut
 * off is made up for by four characters, so that two ids never give one name.
 */
export function plainName(id: string, most: number): string {
  const plain = id.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const name = /^[a-z]/.test(plain) ? plain : `n-${plain}`;
  if (name === id && name.length <= most && name.length >= 3) return name;
  return `${name.slice(0, most - 5).replace(/-+$/, '')}-${fingerprint(id)}`;
}

/** The same, followed by what tells this stack from others. */
export const nameInStack = (id: string, most: number): Expression =>
  template(`${plainName(id, most - stackSuffixLength - 1)}-`, stackSuffix);

/** The same with "_" only: a name that SQL takes without quotes. */
export const sqlNameInStack = (id: string, most: number): Expression =>
  template(`${plainName(id, most - stackSuffixLength - 1).replaceAll('-', '_')}_`, stackSuffix);

/** Four characters of FNV-1a, 32 bits folded: enough to tell the ids of one design apart. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16).padStart(4, '0');
}

/** `old-orders` as `OldOrders`: the name of a parameter of the stack begins with a letter. */
export const parameterName = (id: string): string =>
  id
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^(?=\d|$)/, 'N');
