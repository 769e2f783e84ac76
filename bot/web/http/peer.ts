/** Where a request comes from: the machine at the other end of the line, and the visitor for whom a proxy asks. */
import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import type { Networks } from '../../config/web.ts';
import type { WebEnv } from './visitor.ts';

/** What proxies add to say that they ask for another. */
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

/** Whether an address lies in one of the networks; an IPv4 address in IPv6's notation is the IPv4 address. */
function createNetworkCheck(networks: Networks): (address: string) => boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return (address) => isIP(address) !== 0 && list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const isLoopback = createNetworkCheck(['127.0.0.0/8', '::1/128']);

const peerOf = (c: Context<WebEnv>): string => c.env.incoming.socket.remoteAddress ?? '';

/**
 * The address that a visitor is counted by. Only a trusted proxy is believed when it names another: X-Forwarded-For is
 * read from its end, as far as trusted proxies wrote it. What stands before may be anybody's.
 */
export function createVisitorOf(trustedProxies: Networks): (c: Context<WebEnv>) => string {
  const isTrusted = createNetworkCheck(trustedProxies);
  return (c) => {
    const named = c.req.header('x-forwarded-for')?.split(',') ?? [];
    let visitor = peerOf(c);
    while (isTrusted(visitor)) {
      const before = named.pop()?.trim() ?? '';
      if (isIP(before) === 0) break;
      visitor = before;
    }
    return visitor;
  };
}

/** Whether this very machine asks for itself: no proxy stands between, and no page elsewhere has named us. */
export const asksItself = (c: Context<WebEnv>): boolean =>
  isLoopback(peerOf(c)) && isOwnName(c.req.url) && !forwarding.some((name) => c.req.header(name) !== undefined);

function isOwnName(url: string): boolean {
  const name = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return name === 'localhost' || isLoopback(name);
}
