/** Puts the app on a socket, says where it listens, and ends without cutting off a request that is being answered. */

import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { SearchBackend } from '../src/backend/backend.ts'
import { SouwenError } from '../src/errors.ts'
import { type AppOptions, createApp } from './app.ts'
import { isLoopbackHost } from './http/hosts.ts'

export interface ServeOptions extends Omit<AppOptions, 'allowedHosts'> {
  readonly backend: SearchBackend
  readonly host: string
  /** 0 takes any free port. */
  readonly port: number
  /** Allows everyone who can reach `host`, without a token. */
  readonly isPublic?: boolean
}

export interface RunningServer {
  /** The address that it answers at, such as http://127.0.0.1:3000 */
  readonly address: string
  /** Takes no new requests, finishes the open ones, then resolves. The backend stays open. */
  close(): Promise<void>
}

/**
 * The longest head of a request. A Chinese character takes nine bytes in an address, so 1,800 of them fill Node's own 16 KiB,
 * and Node answers an empty 431. With this limit our own answer names the parameter that is too long.
 */
const longestHeadBytes = 128 * 1024

/** Requests that are still open this long after close() are cut off. */
const longestGoodbyeMs = 10_000

/**
 * Throws SouwenError when the port is taken, forbidden or the host is not one of this machine's, and when others could reach it
 * and nothing says who may ask.
 */
export async function serve(options: ServeOptions): Promise<RunningServer> {
  const { backend, host, port, token, isPublic = false } = options
  if (!isLoopbackHost(host) && token === undefined && !isPublic) {
    throw new SouwenError(
      'bad-request',
      `other machines can reach ${host}: choose a --token that they have to know, or let everyone in with --public`,
    )
  }
  const app = createApp(backend, { ...options, allowedHosts: [host] })
  const server = createServer({ maxHeaderSize: longestHeadBytes }, getRequestListener(app.fetch))
  await listen(server, host, port)
  return { address: formatAddress(server, host), close: () => closeServer(server) }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new SouwenError('bad-request', explainListenError(error, host, port), { cause: error })
  }
}

function explainListenError(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} of ${host} is taken by another program; end it or choose another port with --port`
    case 'EACCES':
      return `port ${port} of ${host} is not open to this user; choose a port above 1023 with --port`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${host} is no address of this machine; choose another with --host, such as 127.0.0.1`
    default:
      return `cannot listen at port ${port} of ${host}: ${error instanceof Error ? error.message : error}`
  }
}

/** Names a server that listens everywhere by an address that can be opened. */
function formatAddress(server: Server, host: string): string {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  if (host === '0.0.0.0' || host === '::') return `http://localhost:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Lets go of each connection as soon as it falls idle; one that waits for a next request counts as idle. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.on('request', (_request, response) => response.setHeader('Connection', 'close'))
  const sweep = setInterval(() => server.closeIdleConnections(), 50)
  const giveUp = setTimeout(() => server.closeAllConnections(), longestGoodbyeMs)
  server.closeIdleConnections()
  await closed
  clearInterval(sweep)
  clearTimeout(giveUp)
}
