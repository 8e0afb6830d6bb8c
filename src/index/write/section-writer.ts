import type { ContainerWriter } from './container-writer.ts'

/** Takes sections one after the other. */
export type SectionWriter = Pick<ContainerWriter, 'section' | 'append'>
