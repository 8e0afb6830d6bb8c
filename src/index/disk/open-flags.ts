import { constants } from 'node:fs'

/** Flags of openSync: a pipe that nobody writes to keeps nobody waiting. Windows has no such pipes. */
export const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
