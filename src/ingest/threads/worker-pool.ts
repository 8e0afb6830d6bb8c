/** Small work runs in this thread, large work in worker threads. */

import { availableParallelism } from 'node:os'
import type { Tinypool } from 'tinypool'
import type { SuggestionData } from '../../index/generation/suggestions.ts'
import { restoreError } from '../disk/index-files.ts'
import * as tasks from './tasks.ts'

/** Runs each kind of task, in this thread or in others. */
export interface TaskRunner {
  /** How many tasks run at a time. */
  readonly width: number
  readHeads(task: tasks.HeadsTask): Promise<tasks.HeadsResult>
  learnSites(task: tasks.LearnTask): Promise<readonly Uint32Array[]>
  writeSegment(task: tasks.SegmentTask): Promise<tasks.SegmentResult>
  mergePairs(task: tasks.MergePairsTask): Promise<void>
  gatherSuggestions(task: tasks.SegmentsTask): Promise<SuggestionData>
}

export interface WorkerPool {
  /** The threads for work on so many files, or this thread where they are too few to be worth threads. */
  runnerFor(files: number): TaskRunner
  /** Ends the threads, which frees the memory of their dictionaries. They start again with the next task. */
  close(): Promise<void>
}

/** Each thread loads the dictionary when it starts, which fewer files are not worth. */
const FILES_WORTH_THREADS = 3000
const MOST_THREADS = 8
/** Threads live from phase to phase, so that none loads the dictionary twice. */
const IDLE_MS = 60_000

/** @param threads worker threads; 0: everything runs in this thread; undefined: by the size of the work */
export function createWorkerPool(threads: number | undefined): WorkerPool {
  if (threads === 0) return { runnerFor: () => inlineRunner, async close() {} }
  const started = createThreads(threads ?? Math.min(MOST_THREADS, availableParallelism()))
  const least = threads === undefined ? FILES_WORTH_THREADS : 0
  return {
    runnerFor: (files) => (files < least ? inlineRunner : started.runner),
    close: started.close,
  }
}

const inlineRunner: TaskRunner = {
  width: 1,
  readHeads: async (task) => tasks.readHeads(task),
  learnSites: async (task) => tasks.learnSites(task),
  writeSegment: (task) => tasks.writeSegment(task),
  mergePairs: (task) => tasks.mergePairs(task),
  gatherSuggestions: (task) => tasks.gatherSuggestions(task),
}

/** Threads start with the first task: most runs over a kept archive have little to do, or nothing. */
function createThreads(threads: number): { readonly runner: TaskRunner; close(): Promise<void> } {
  let pool: Promise<Tinypool> | undefined
  async function run(name: string, task: unknown) {
    pool ??= startThreads(threads)
    return (await pool).run(task, { name }).catch((error: unknown) => {
      throw restoreError(error)
    })
  }
  return {
    runner: {
      width: threads,
      readHeads: (task) => run('readHeads', task),
      learnSites: (task) => run('learnSites', task),
      writeSegment: (task) => run('writeSegment', task),
      mergePairs: (task) => run('mergePairs', task),
      gatherSuggestions: (task) => run('gatherSuggestions', task),
    },
    async close() {
      await (await pool)?.destroy()
      pool = undefined
    },
  }
}

async function startThreads(threads: number): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool')
  return new Tinypool({
    filename: new URL('./tasks.js', import.meta.url).href,
    // Further threads start when a task finds the others busy.
    minThreads: 1,
    maxThreads: threads,
    isolateWorkers: false,
    idleTimeout: IDLE_MS,
    // Texts are dropped soon: a larger young generation would only hold more of them.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  })
}
