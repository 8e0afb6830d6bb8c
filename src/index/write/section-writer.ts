/** What the writers of single sections are given. */

import type { ContainerWriter } from './container-writer.ts'
/** Where the sections go; of a container no two can be open at once. */
export type SectionWriter = Pick<ContainerWriter, 'section' | 'append'>
