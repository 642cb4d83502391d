import { defineSlot, type NodeBlock, type NodeView } from './cdk';
import { onlyFor, servicePrincipal } from './cdk-modules';
import type { Expression } from './code';

/** What queues and topics share: services of AWS that send to them, and how they are encrypted then. */

/** Service principals that send to a queue or a topic by its resource policy: `events.amazonaws.com`. */
export const sendersSlot = defineSlot<string>('senders');

/**
 * How messages are encrypted. Services cannot use the key of AWS for queues and topics, whose policy nobody can change:
 * what they sent would be lost. Then `without` holds, which needs no key.
 */
export function messageEncryption<E extends NodeView['encryption']>(
  block: NodeBlock,
  without: E,
): NodeView['encryption'] {
  const senders = block.offered(sendersSlot);
  if (block.encryption !== 'aws-managed' || senders.length === 0) return block.encryption;
  block.leaveOut(
    `its encryption is ${without} instead of aws-managed: ${[...new Set(senders)].sort().join(', ')} cannot use that key. Use "cmk" for a key of your own`,
  );
  return without;
}

/** Services that send encrypt what they send. The policy of the key names the account alone: sources may use the same key. */
export function admitSenders(block: NodeBlock, key: Expression | undefined): void {
  const senders = [...new Set(block.offered(sendersSlot))].sort();
  if (key && senders.length > 0)
    block.allowOn(key, {
      principals: senders.map((sender) => servicePrincipal(sender)),
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: onlyFor(),
    });
}

/** Whether whoever sends must use TLS: unless the design says otherwise. */
export const needsTls = (view: Pick<NodeView, 'field'>): boolean => (view.field('tls') ?? 'required') === 'required';
