import { addressRanges } from './address-ranges';

const everybody: ReadonlySet<string> = new Set(addressRanges.anyAddress.value);
const { ipv4, ipv6 } = addressRanges.widestPrefix.value;

/** Whether an entry of who may connect lets in the whole internet. */
export const isAnyAddress = (entry: string): boolean => everybody.has(entry);

/** Whether an entry is an address range wider than any VPC; security groups, single addresses and other text are not. */
export function isWide(entry: string): boolean {
  const [address, prefix] = split(entry);
  return prefix !== undefined && prefix < (address.includes(':') ? ipv6 : ipv4);
}

/** Whether a range lies within the private networks. */
export function isPrivateRange(entry: string): boolean {
  const [address, prefix = 0] = split(entry);
  return addressRanges.privateRanges.value.some((range) => {
    const [network, bits] = split(range);
    return bits !== undefined && prefix >= bits && firstBits(address, bits) === firstBits(network, bits);
  });
}

function split(entry: string): [address: string, prefix: number | undefined] {
  const [, address = '', prefix] = /^([0-9a-f.:]+)\/(\d{1,3})$/i.exec(entry) ?? [];
  return [address, prefix === undefined ? undefined : Number(prefix)];
}

/** The network of an IPv4 address, as bits. */
function firstBits(address: string, bits: number): string {
  const octets = address.split('.').map((octet) => Number(octet).toString(2).padStart(8, '0'));
  return octets.join('').slice(0, bits);
}
