/**
 * Decides which names this server answers to. A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding) and then
 * read the archive through a reader's browser. The Host header still tells that name, so all names but ours are refused.
 */

import { isIP } from 'node:net'

const loopbackNames: readonly string[] = ['localhost', '127.0.0.1', '::1']
const everyAddress: readonly string[] = ['0.0.0.0', '::']

/** Whether only this machine can reach the host. */
export function isLoopbackHost(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || /^127(?:\.\d+){3}$/.test(host)
}

/** Checks a Host header. `allowed` are the hosts that the server was told to listen at. */
export function isAllowedHost(header: string, allowed: readonly string[]): boolean {
  const name = parseHostName(header)
  if (loopbackNames.includes(name) || allowed.some((host) => host.toLowerCase() === name))
    return true
  // A server that listens everywhere cannot list its addresses, but a numeric address cannot be rebound.
  return isIP(name) !== 0 && allowed.some((host) => everyAddress.includes(host))
}

/** `parseHostName('[::1]:3000')` is '::1'. The result is '' for anything that is no host. */
function parseHostName(header: string): string {
  const [, bracketed, plain] =
    /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+?))\.?(?::\d*)?$/i.exec(header) ?? []
  return (bracketed ?? plain ?? '').toLowerCase()
}
