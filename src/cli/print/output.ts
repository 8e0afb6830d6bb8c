/**
 * Writes to standard output and standard error. A pipe or a file is written to directly, because for a stream of standard
 * output Node first loads its modules of sockets and terminals.
 */

import { fstatSync, writeSync } from 'node:fs'
import type { OutputStream } from './terminal.ts'

/** Lines for a pipe or a file are neither wrapped nor coloured. */
const PLAIN: OutputStream = {}

let handleError = (error: Error): void => {
  throw error
}

/** Sets what happens when standard output cannot be written to. Nothing happens when the reader of standard error has gone. */
export function onOutputError(handle: (error: Error) => void): void {
  handleError = handle
}

/** True once a slow reader has left something to the stream, which then writes everything after it. */
let isStreaming = false

/** Prints all of the text to standard output. */
export function print(text: string): void {
  try {
    const bytes = Buffer.from(text)
    const left = isStreaming ? bytes : writeNow(bytes)
    isStreaming ||= left.length > 0
    if (left.length > 0) watchStream(process.stdout, handleError).write(left)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    handleError(error)
  }
}

/** Prints a message to standard error. */
export function warn(text: string): void {
  openErrorStream().write(text)
}

/** Describes standard output, to decide how to print to it. */
export function describeOutput(): OutputStream {
  return isTerminal() ? process.stdout : PLAIN
}

function isTerminal(): boolean {
  try {
    return fstatSync(1).isCharacterDevice()
  } catch {
    return false
  }
}

/** Returns what is left to write when a pipe that does not block takes no more for now. */
function writeNow(bytes: Buffer): Buffer {
  let done = 0
  try {
    while (done < bytes.length) done += writeSync(1, bytes, done)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
  }
  return bytes.subarray(done)
}

const watched = new WeakSet<NodeJS.WriteStream>()

/** Returns standard error as a stream, for what draws on it. */
export function openErrorStream(): NodeJS.WriteStream {
  return watchStream(process.stderr, () => {})
}

function watchStream(
  stream: NodeJS.WriteStream,
  handle: (error: Error) => void,
): NodeJS.WriteStream {
  if (!watched.has(stream)) stream.on('error', handle)
  watched.add(stream)
  return stream
}
