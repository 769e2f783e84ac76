/** Names of hosts resolved to addresses of the public internet only: what lies inside the office's own network is not read. */
import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Special-purpose ranges: https://www.iana.org/assignments/iana-ipv4-special-registry and iana-ipv6-special-registry. */
const special = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  '224.0.0.0/3',
];
const list = new BlockList();
for (const network of special) {
  const [address = '', bits] = network.split('/');
  list.addSubnet(address, Number(bits), 'ipv4');
}
/** What of IPv6 is given out to the public, and what in it is special or carries an IPv4 address. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const special6 = new BlockList();
for (const [address, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special6.addSubnet(address, bits, 'ipv6');

/** Whether an address can be reached by everybody. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !list.check(address, 'ipv4');
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !special6.check(address, 'ipv6');
}

type Resolve = (name: string, answer: (error: Error | null, found: LookupAddress[]) => void) => void;

const resolveAll: Resolve = (name, answer) => lookup(name, { all: true }, answer);

/**
 * For the `lookup` of a connection: the connection is made to the very address that was judged. A name with one address
 * that is not public has none.
 */
export const createPublicLookup =
  (resolve: Resolve = resolveAll): LookupFunction =>
  (name, options, callback) =>
    resolve(name, (error, found) => {
      const [first] = found ?? [];
      const isPublic = first !== undefined && found.every(({ address }) => isPublicAddress(address));
      if (error || !isPublic) return callback(error ?? new Error('no public address'), '', 0);
      if (options.all) return callback(null, found);
      callback(null, first.address, first.family);
    });
