/** Limits the requests of each address. Requests from this machine count only where a limit is set. */

import type { Context, MiddlewareHandler } from 'hono'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { RequestProblem } from '../problems/request-problem.ts'
import type { ServerEnvironment } from './environment.ts'

const usualLimit = 600
const windowSeconds = 60

/** @param perMinute requests a minute for every address, loopback included; absent: 600 for all but loopback */
export function limitRate(perMinute: number | undefined): MiddlewareHandler<ServerEnvironment> {
  const limiter = new RateLimiterMemory({
    points: perMinute ?? usualLimit,
    duration: windowSeconds,
  })
  return async (context, next) => {
    const address = readClientAddress(context)
    if (perMinute !== undefined || !isLoopback(address)) await countRequest(limiter, address)
    await next()
  }
}

async function countRequest(limiter: RateLimiterMemory, address: string): Promise<void> {
  try {
    await limiter.consume(address)
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    const seconds = String(Math.ceil(reason.msBeforeNext / 1_000))
    throw new RequestProblem(429, `Too many requests; try again in ${seconds} s.`, {
      'Retry-After': seconds,
    })
  }
}

function readClientAddress(context: Context<ServerEnvironment>): string {
  return context.env?.incoming?.socket.remoteAddress ?? '127.0.0.1'
}

function isLoopback(address: string): boolean {
  return /^(?:::ffff:)?127\.|^::1$/.test(address)
}
