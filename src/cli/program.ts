/** Declares the commands with their options. The code of a command is loaded when it is called, so that a search starts at once. */

import { Command, CommanderError, Option } from 'commander'
import { collectValues, parseSize, parseWholeNumber, separateWords } from './arguments.ts'
import { examples } from './help.ts'
import { type ExitCode, exitCodes } from './print/exit-code.ts'
import { neutralizeLines } from './print/neutralize.ts'
import { print, warn } from './print/output.ts'

/** The arguments of these commands are free text, in which a word may begin with `-`. */
const freeText = new Set(['search', 'explain', 'suggest', 'analyze'])

/** Runs the program with the arguments behind its name. Prints errors of use and throws all others. */
export async function run(args: readonly string[], version: string): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.ok
  const program = createProgram(version, (code) => {
    exitCode = code
  })
  try {
    await program.parseAsync(prepareArguments(program, args), { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.error
    throw error
  }
}

function prepareArguments(program: Command, args: readonly string[]): string[] {
  const [name = '', ...rest] = args
  const command = program.commands.find((one) => one.name() === name && freeText.has(name))
  if (!command) return [...args]
  const valued = new Set(
    command.options.filter((option) => option.required).map((option) => option.long),
  )
  return [name, ...separateWords(rest, (option) => valued.has(option))]
}

type Finish = (code: ExitCode) => void

function createProgram(version: string, finish: Finish): Command {
  const program = new Command('souwen')
    .description('搜文: full-text search for a folder of fetched articles, most of them Chinese')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: print,
      writeErr: warn,
      outputError: (text, write) => write(formatError(text)),
    })
    .addHelpText('after', examples.souwen)
  addIndex(program, finish)
  addSearch(program, finish)
  addExplain(program, finish)
  addSuggest(program, finish)
  addShow(program, finish)
  addStats(program, finish)
  addVerify(program, finish)
  addAnalyze(program, finish)
  addEvaluate(program, finish)
  addServe(program, finish)
  for (const command of program.commands) {
    command.showHelpAfterError(`See "souwen ${command.name()} --help".`)
  }
  return program.showHelpAfterError('See "souwen --help".')
}

/** Replaces commander's `error: …` by `souwen: …`, as all other messages begin. */
function formatError(text: string): string {
  return neutralizeLines(text.replace(/^error: /, 'souwen: '))
}

function createIndexOption(): Option {
  return new Option('--index <folder>', 'folder of the index').default('index')
}

const dictionaryHelp = 'a dictionary of your own words, in the format of jieba'

/** The values of an option that may be repeated. */
function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

function addIndex(program: Command, finish: Finish): void {
  program
    .command('index')
    .description('bring the index up to date with a folder of articles')
    .argument('[corpus]', 'folder of articles', 'corpus')
    .addOption(createIndexOption())
    .option('--full', 'read and cut every article again')
    .option('--replace', 'make it the index of this folder, when it was of another one')
    .option('--optimize', 'merge all segments into one: the fastest to search')
    .option('--dictionary <file>', dictionaryHelp)
    .option(
      '--synonyms <file>',
      "lines 'a, b, c' or 'a, b => c', kept for later runs; none removes them",
    )
    .option(
      '--exclude <glob>',
      "leave out what matches, in gitignore's syntax; may be repeated",
      collect,
      [],
    )
    .option('--no-ignore', 'read also hidden files, node_modules and what .gitignore names')
    .option('--json', 'print the summary as JSON')
    .addHelpText('after', examples.index)
    .action(async (corpus, options) => {
      const { index } = await import('./commands/index-command.ts')
      finish(await index(corpus, options))
    })
}

function addSearch(program: Command, finish: Finish): void {
  program
    .command('search')
    .description('find articles; exit code 0: found, 1: nothing, 2: error')
    .argument('<words...>', 'the query; several words: all of them')
    .option('--limit <n>', 'how many articles to print', parseWholeNumber(), 10)
    .option('--offset <n>', 'how many to leave out first', parseWholeNumber(), 0)
    .addOption(
      new Option('--sort <order>', 'by').choices(['relevance', 'date']).default('relevance'),
    )
    .option('--all', 'every copy of a text that was published several times, not the first alone')
    .option('--source <text>', 'only articles whose source contains the text')
    .option(
      '--from <day>',
      'only articles of this day or later (2025, 2025-03, 2025-03-09, 上周三)',
    )
    .option('--to <day>', 'only articles of this day or earlier')
    .option('--explain', 'say of each article how its score comes about')
    .addOption(createIndexOption())
    .option('--json', 'print the result as JSON')
    .addHelpText('after', examples.search)
    .action(async (words, options) => {
      const { search } = await import('./commands/search.ts')
      finish(await search(words, options))
    })
}

function addExplain(program: Command, finish: Finish): void {
  program
    .command('explain')
    .description('say where a query puts an article and how its score comes about')
    .argument('<words...>', 'the query, and last the path or id of the article')
    .addOption(createIndexOption())
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples.explain)
    .action(async (words, options) => {
      const { explain } = await import('./commands/explain.ts')
      finish(await explain(words, options))
    })
}

function addSuggest(program: Command, finish: Finish): void {
  program
    .command('suggest')
    .description('complete what is being typed; exit code 0: something begins so, 1: nothing does')
    .argument('<prefix...>', 'what has been typed so far, in characters, pinyin or initials')
    .option('--limit <n>', 'how many suggestions to print', parseWholeNumber(), 10)
    .addOption(createIndexOption())
    .option('--json', 'print them as JSON')
    .addHelpText('after', examples.suggest)
    .action(async (prefix, options) => {
      const { suggest } = await import('./commands/suggest.ts')
      finish(await suggest(prefix, options))
    })
}

function addShow(program: Command, finish: Finish): void {
  program
    .command('show')
    .description('print what the index holds for an article')
    .argument('<path|id>', 'its path as found in the corpus, or its id as printed by search')
    .option('--furniture', 'print what of its page is not searched, and why, instead of the text')
    .option('--versions', 'print every fetch of it instead of the text')
    .addOption(createIndexOption())
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples.show)
    .action(async (pathOrId, options) => {
      const { show } = await import('./commands/show.ts')
      finish(await show(pathOrId, options))
    })
}

function addStats(program: Command, finish: Finish): void {
  program
    .command('stats')
    .description('print how much the index holds')
    .option('--failed', 'list the pages whose fetch brought no article: what to fetch again')
    .addOption(createIndexOption())
    .option('--json', 'print it as JSON')
    .addHelpText('after', examples.stats)
    .action(async (options) => {
      const { stats } = await import('./commands/stats.ts')
      finish(await stats(options))
    })
}

function addVerify(program: Command, finish: Finish): void {
  program
    .command('verify')
    .description('check that the index on disk is whole; exit code 0: it is, 1: it is not')
    .addOption(createIndexOption())
    .option('--json', 'print what was found as JSON')
    .addHelpText('after', examples.verify)
    .action(async (options) => {
      const { verify } = await import('./commands/verify.ts')
      finish(await verify(options))
    })
}

function addAnalyze(program: Command, finish: Finish): void {
  program
    .command('analyze')
    .description('print the words that a text is cut into')
    .argument('<text...>', 'the text')
    .option('--dictionary <file>', dictionaryHelp)
    .option('--json', 'print them as JSON')
    .addHelpText('after', examples.analyze)
    .action(async (words, options) => {
      const { analyze } = await import('./commands/analyze.ts')
      finish(await analyze(words, options))
    })
}

function addEvaluate(program: Command, finish: Finish): void {
  program
    .command('evaluate')
    .description('judge search by a set of questions with known answers')
    .argument('<folder>', 'folder with docs.jsonl, queries.jsonl and qrels.tsv')
    .option('--save <file>', 'keep the figures of every question in a file')
    .option('--diff <file>', 'list the questions that moved since the run that saved the file')
    .option('--json', 'print the figures as JSON')
    .addHelpText('after', examples.evaluate)
    .action(async (folder, options) => {
      const { evaluate } = await import('./commands/evaluate.ts')
      finish(await evaluate(folder, options))
    })
}

function addServe(program: Command, finish: Finish): void {
  program
    .command('serve')
    .description('serve the web form and the JSON API')
    .option('--port <n>', 'port; 0: any free one', parseWholeNumber(65_535), 3000)
    .option('--host <address>', 'address to listen at', '127.0.0.1')
    .addOption(
      new Option(
        '--token <text>',
        'who asks has to know it (better in $SOUWEN_TOKEN: others see options)',
      ).env('SOUWEN_TOKEN'),
    )
    .option('--public', 'at an address that others can reach: answer everyone')
    .option('--allow-origin <origin>', 'let scripts of this site ask the API', collectValues, [])
    .option(
      '--rate-limit <n>',
      'requests a minute for each address (default: 600, none for this machine)',
      parseWholeNumber(),
    )
    .option(
      '--memory <size>',
      'how much of the index to keep in memory, such as 256M or 1G (default: 44M)',
      parseSize,
    )
    .addOption(
      new Option('--log <level>', 'what to log, as JSON to standard error')
        .choices(['silent', 'error', 'info'])
        .default('error'),
    )
    .option('--log-queries', 'log also what was searched for')
    .addOption(createIndexOption())
    .addHelpText('after', examples.serve)
    .action(async (options) => {
      const { serve } = await import('./commands/serve.ts')
      finish(await serve(options))
    })
}
