import type { Case } from '../../kit/rule';
import type { NodeOf } from '../../kit/service';
import type { service } from './service';

interface OpenSetting {
  /** Where it does not encrypt. */
  readonly name: string;
  readonly path: readonly string[];
  /** What encrypts. */
  readonly safe: string | boolean;
}

/** Settings of a domain that leave documents in clear; fine-grained access control needs all of them closed. */
export function openEncryption({ need }: Pick<Case, 'need'>, node: NodeOf<typeof service>): OpenSetting[] {
  return [
    ...(need(node, ['encryption']) === 'none' ? [{ name: 'at rest', path: ['encryption'], safe: 'aws-managed' }] : []),
    ...(need(node, ['config', 'nodeToNodeEncryption'])
      ? []
      : [{ name: 'between nodes', path: ['config', 'nodeToNodeEncryption'], safe: true }]),
    ...(need(node, ['config', 'enforceHttps'])
      ? []
      : [{ name: 'towards clients (HTTPS)', path: ['config', 'enforceHttps'], safe: true }]),
  ];
}
