import { defineFacts } from './facts';

const checked = '2026-11-20';

export const addressRanges = defineFacts({
  /** Prefix length of the widest range that a VPC has: what is wider names more than one network. */
  widestPrefix: {
    value: { ipv4: 16, ipv6: 44 },
    unit: 'bit',
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
    checked,
  },
  /** Private IPv4 ranges: no address of the internet lies in them. */
  privateRanges: {
    value: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
    source: 'https://www.rfc-editor.org/rfc/rfc1918#section-3',
    checked,
  },
  /** Everybody. */
  anyAddress: {
    value: ['0.0.0.0/0', '::/0'],
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    checked,
  },
});
