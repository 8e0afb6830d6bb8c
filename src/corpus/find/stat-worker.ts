/** The thread that stat-ahead.ts starts. */

import { parentPort, workerData } from 'node:worker_threads'
import type { StatTask } from './stat-ahead.ts'
import { statRows } from './stat-rows.ts'
import { TextColumn } from './text-column.ts'

// Only stat-ahead.ts starts it.
const { corpus, paths, rows, states }: StatTask = workerData
statRows(corpus, TextColumn.read(paths, rows), states)
parentPort?.postMessage('done')
