/**
 * Where output goes. A pipe or a file is written to directly: to make a stream of standard output, Node loads the modules of
 * sockets and terminals first, a tenth of what a search from a cold start takes beyond Node itself.
 */

import { fstatSync, writeSync } from 'node:fs'
import type { OutputStream } from './terminal.ts'

/** A pipe or a file: lines are not wrapped, and nothing is coloured. */
const PLAIN: OutputStream = {}

let handleError = (error: Error): void => {
  throw error
}

/** What to do when standard output cannot be written to. A reader of standard error that has gone is nobody's concern. */
export function onOutputError(handle: (error: Error) => void): void {
  handleError = handle
}

/** What a slow reader has not taken yet is written by the stream, and everything after it. */
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

/** What decides how to print to standard output. */
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

/** What is left to write when a pipe whose other end does not block takes no more for now. */
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

/** Standard error as a stream, for what draws on it. */
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
