/** Lists the other ways to write a name of two words: wi-fi, wifi and wi fi; iphone-15, iphone15 and iphone 15. */

const NAME = /^[a-z\d]+(?:[-._][a-z\d]+)*$/
const LETTER = /[a-z]/
const CONNECTORS = /[-._]/g
const SEAM = /(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z]{2})/g

/** Shorter words are abbreviations, longer ones no names. */
const LEAST_UNITS = 4
const MOST_UNITS = 24
/** Names of more words are written with their signs. */
const MOST_CONNECTORS = 2

export interface JoinedForms {
  /** The name as one term: joined, or with a sign where one may have been left out. */
  readonly terms: readonly string[]
  /** The name as words with a space between them. */
  readonly spaced: readonly string[]
}

const NONE: JoinedForms = { terms: [], spaced: [] }

/** @param name normalised, a term of a query */
export function joinedForms(name: string): JoinedForms {
  if (!NAME.test(name) || !LETTER.test(name) || name.length > MOST_UNITS) return NONE
  const connectors = name.match(CONNECTORS)?.length ?? 0
  if (connectors > MOST_CONNECTORS) return NONE
  if (connectors > 0) return withoutConnectors(name)
  return name.length < LEAST_UNITS ? NONE : withConnectors(name)
}

function withoutConnectors(name: string): JoinedForms {
  return { terms: [name.replace(CONNECTORS, '')], spaced: [name.replace(CONNECTORS, ' ')] }
}

/** A sign may have been left out anywhere; a space only where digits meet letters. */
function withConnectors(name: string): JoinedForms {
  const terms: string[] = []
  for (let at = 1; at < name.length; at++)
    for (const sign of '-.') terms.push(name.slice(0, at) + sign + name.slice(at))
  const spaced = name.replace(SEAM, ' ')
  return { terms, spaced: spaced === name ? [] : [spaced] }
}
