/** Tells what a sign does where a text is cut: whether something ends with it, or nothing begins or ends with it. */

import { isSpaceUnit } from '../literal/characters.ts'

export const ROLE = {
  none: 0,
  sentence: 1,
  clause: 2,
  /** Ends something only before a space or a wide character: not in 3.14, node.js, 10:30. */
  latinSentence: 3,
  latinClause: 4,
  /** Nothing begins with it. */
  closing: 5,
  /** Nothing ends with it. */
  opening: 6,
} as const
export type Role = (typeof ROLE)[keyof typeof ROLE]

const SIGNS: readonly (readonly [Role, string])[] = [
  [ROLE.sentence, '。！？｡'],
  [ROLE.clause, '，、：；…､'],
  [ROLE.latinSentence, '.!?'],
  [ROLE.latinClause, ',:;'],
  [ROLE.closing, '”’」』】）》〉〕］｝")]}\'%％·～—–-'],
  [ROLE.opening, '“‘「『【（《〈〔［｛([{'],
]
const STRAIGHT_MARKS = [0x22, 0x27]

/** Roles by UTF-16 unit. */
const ROLES = new Uint8Array(0x10000)
for (const [role, signs] of SIGNS) for (const sign of signs) ROLES[sign.charCodeAt(0)] = role

/** Returns the role of the unit at an offset. A straight quotation mark behind a space opens. */
export function roleAt(text: string, index: number): Role {
  const unit = text.charCodeAt(index)
  const role = (ROLES[unit] ?? ROLE.none) as Role
  if (role !== ROLE.closing || !STRAIGHT_MARKS.includes(unit)) return role
  return isSpaceUnit(text.charCodeAt(index - 1)) ? ROLE.opening : role
}
