/** The figures that are shown of each engine in a comparison. */

import type { Figure } from '../bars.ts'
import { percentile } from '../statistics.ts'

export interface Contender {
  readonly build: Figure
  readonly load: Figure
  readonly p50: Figure
  readonly p95: Figure
  readonly bytes: Figure
}

export interface Measured {
  readonly buildSeconds: number
  /** Loading or opening the index, and the first answer. */
  readonly loadMs: number
  /** One time a query. */
  readonly searchMs: readonly number[]
  readonly byteLength: number
}

export function contender({ buildSeconds, loadMs, searchMs, byteLength }: Measured): Contender {
  return {
    build: { name: 'build', value: buildSeconds, unit: 's' },
    load: { name: 'load and first answer', value: loadMs, unit: 'ms' },
    p50: { name: 'query p50', value: percentile(searchMs, 50), unit: 'ms' },
    p95: { name: 'query p95', value: percentile(searchMs, 95), unit: 'ms' },
    bytes: { name: 'bytes', value: byteLength / 1e6, unit: 'MB' },
  }
}
