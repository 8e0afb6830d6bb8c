import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main, outcomeOf, type Workspace, workspace } from './program.ts'

let space: Workspace
beforeAll(async () => {
  space = await workspace()
})
afterAll(() => space.end())

describe('souwen', () => {
  test('says its version', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await space.souwen(['--version'])).toEqual({
      stdout: `${version}\n`,
      stderr: '',
      exitCode: 0,
    })
  })

  test.each(['index', 'search', 'suggest', 'show', 'stats', 'analyze', 'evaluate', 'serve'])(
    '%s explains itself with examples',
    async (command) => {
      const { stdout, stderr, exitCode } = await space.souwen([command, '--help'])
      expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 })
      expect(stdout).toContain(`Usage: souwen ${command}`)
      expect(stdout).toMatch(new RegExp(`例：\n {2}souwen ${command}`))
    },
  )

  test('without a command it shows its help and fails', async () => {
    const { stdout, stderr, exitCode } = await space.souwen([])
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toContain('Usage: souwen')
  })

  test.each([
    ['an unknown command', ['serch', '苹果'], "unknown command 'serch'", 'Did you mean search?'],
    [
      'an unknown option',
      ['search', '苹果', '--limt', '5'],
      "unknown option '--limt'",
      'Did you mean --limit?',
    ],
    [
      'an unknown option of another command',
      ['stats', '-j'],
      "unknown option '-j'",
      'souwen stats --help',
    ],
    [
      'a letter before the first word',
      ['search', '-n', '苹果'],
      "unknown option '-n'",
      'souwen search --help',
    ],
    [
      'a search without words',
      ['search'],
      "missing required argument 'words'",
      'souwen search --help',
    ],
    ['a search for nothing', ['search', ' '], 'the query is empty', ''],
    [
      'a limit that is no number',
      ['search', '苹果', '--limit', 'x'],
      "'x' is invalid",
      'whole number',
    ],
    [
      'a limit below nothing',
      ['search', '苹果', '--limit', '-1'],
      "'-1' is invalid",
      'whole number',
    ],
    ['a limit without its number', ['search', '苹果', '--limit'], 'argument missing', ''],
    [
      'an order that is none',
      ['search', '苹果', '--sort', 'size'],
      "'size' is invalid",
      'relevance, date',
    ],
    ['a port that is none', ['serve', '--port', '70000'], "'70000' is invalid", 'up to 65535'],
    ['too many arguments', ['stats', 'all'], 'too many arguments', ''],
  ])('%s is an error: what was wrong and what to do', async (_case, args, wrong, advice) => {
    const { stdout, stderr, exitCode } = await space.souwen(args)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 2 })
    expect(stderr).toMatch(/^souwen: /)
    expect(stderr).toContain(wrong)
    expect(stderr).toContain(advice)
  })

  test('an argument cannot rewrite the terminal either', async () => {
    const { stderr } = await space.souwen(['search', '苹果', '--\u001b[2J'])
    expect(stderr).toContain('--\ufffd[2J')
    expect(stderr).not.toContain('\u001b')
  })

  test('a reader who has had enough ends it quietly', async () => {
    const running = space.start(['search', '--help'])
    running.stdout.destroy()
    expect(await outcomeOf(running)).toEqual({ stdout: '', stderr: '', exitCode: 0 })
  })

  test.runIf(existsSync('/dev/full'))('output that cannot be written is an error', async () => {
    const full = openSync('/dev/full', 'w')
    const { stderr, status } = spawnSync(process.execPath, [main, '--help'], {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    })
    closeSync(full)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^souwen: .*ENOSPC/)
  })
})
