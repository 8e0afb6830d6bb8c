import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/query/parse.ts'
import type { QueryNode } from '../../src/query/query.ts'
import { anyQuery } from './arbitraries.ts'

const word = (text: string) => ({ kind: 'word', text }) as const
const phrase = (text: string) => ({ kind: 'phrase', text }) as const
const prefix = (text: string) => ({ kind: 'prefix', text }) as const
const inTitle = (node: QueryNode) => ({ ...node, field: 'title' })
const source = (text: string) => ({ kind: 'source', text }) as const
const is = (trait: string) => ({ kind: 'is', trait }) as const
const language = (code: string) => ({ kind: 'language', language: code }) as const
const date = (from: string, to: string) => ({ kind: 'date', from, to }) as const
const not = (child: object) => ({ kind: 'not', child })
const and = (...children: object[]) => ({ kind: 'and', children })
const all = (...children: object[]) => ({ kind: 'and', strict: true, children })
const or = (...children: object[]) => ({ kind: 'or', children })

const children = (query: string) => parse(query).root.children
const messages = (query: string) =>
  parse(query).warnings.map(({ message, position }) => [position, message])

describe('a query of good form', () => {
  test.each<[string, object[]]>([
    ['', []],
    [' \u3000\n', []],
    ['开源 模型', [word('开源'), word('模型')]],
    ['开源\u3000模型', [word('开源'), word('模型')]],
    ['"供应链 攻击"', [phrase('供应链 攻击')]],
    ['苹果"新手机"发布', [word('苹果'), phrase('新手机'), word('发布')]],
    ['供应链攻击 -npm', [word('供应链攻击'), not(word('npm'))]],
    ['-npm', [not(word('npm'))]],
    ['苹果 -"平板 电脑"', [word('苹果'), not(phrase('平板 电脑'))]],
    ['苹果 -source:solidot', [word('苹果'), not(source('solidot'))]],
    ['source:"安全 客" 苹果', [source('安全 客'), word('苹果')]],
    ['title:漏洞', [inTitle(word('漏洞'))]],
    ['title:"远程 执行"', [inTitle(phrase('远程 执行'))]],
    ['Title:漏洞 SOURCE:Solidot', [inTitle(word('漏洞')), source('Solidot')]],
    ['date:2025-01..2025-03', [date('2025-01-01', '2025-03-31')]],
    ['date:2025-01..', [date('2025-01-01', '')]],
    ['date:..2025-03', [date('', '2025-03-31')]],
    ['date:2024', [date('2024-01-01', '2024-12-31')]],
    ['date:2024-02', [date('2024-02-01', '2024-02-29')]],
    ['date:2024-02-29', [date('2024-02-29', '2024-02-29')]],
    ['date:2025-03..2025-01', [date('2025-01-01', '2025-03-31')]],
    ['before:2024-03-15', [date('', '2024-03-14')]],
    ['after:2024 before:2025-03', [date('2025-01-01', ''), date('', '2025-02-28')]],
    ['after:2024/3/15 勒索', [date('2024-03-16', ''), word('勒索')]],
    ['intitle:漏洞 -inurl:news', [inTitle(word('漏洞')), not({ kind: 'url', text: 'news' })]],
    [
      'allintitle:漏洞 "远程 执行" site:a.cn',
      [inTitle(word('漏洞')), inTitle(phrase('远程 执行')), { kind: 'site', host: 'a.cn' }],
    ],
    ['allintitle: 漏洞 利用', [inTitle(word('漏洞')), inTitle(word('利用'))]],
    ['fetched:2025-03', [{ kind: 'fetched', from: '2025-03-01', to: '2025-03-31' }]],
    ['site:Example.com', [{ kind: 'site', host: 'example.com' }]],
    ['url:"example.com/a b" 苹果', [{ kind: 'url', text: 'example.com/a b' }, word('苹果')]],
    ['is:script-only -is:TRUNCATED', [is('script-only'), not(is('truncated'))]],
    ['lang:zh OR lang:ja', [or(language('zh'), language('ja'))]],
    ['cve-2025-* -gpt＊', [prefix('cve-2025-'), not(prefix('gpt'))]],
    ['title:漏* 开源**', [inTitle(prefix('漏')), prefix('开源')]],
    ['苹果 OR 华为', [or(word('苹果'), word('华为'))]],
    ['苹果 OR 华为 OR 小米', [or(word('苹果'), word('华为'), word('小米'))]],
    ['新款 苹果 OR 华为 手机', [word('新款'), or(word('苹果'), word('华为')), word('手机')]],
    ['(新款 苹果) OR 华为', [or(and(word('新款'), word('苹果')), word('华为'))]],
    ['苹果 -(手机 OR 平板)', [word('苹果'), not(or(word('手机'), word('平板')))]],
    ['苹果 OR -华为', [or(word('苹果'), not(word('华为')))]],
    ['勒索 AND 医院', [all(word('勒索'), word('医院'))]],
    ['勒索 AND 医院 AND 赎金 深圳', [all(word('勒索'), word('医院'), word('赎金')), word('深圳')]],
    ['勒索 OR 钓鱼 AND 医院', [or(word('勒索'), all(word('钓鱼'), word('医院')))]],
    ['(勒索 OR 钓鱼) AND 医院', [all(or(word('勒索'), word('钓鱼')), word('医院'))]],
    ['勒索 NOT 医院', [word('勒索'), not(word('医院'))]],
    ['勒索 AND NOT 医院', [all(word('勒索'), not(word('医院')))]],
    ['NOT 医院 勒索', [not(word('医院')), word('勒索')]],
    ['勒索 !医院', [word('勒索'), not(word('医院'))]],
    ['+勒索 医院', [all(word('勒索')), word('医院')]],
    ['+勒索 +"三 院"', [all(word('勒索')), all(phrase('三 院'))]],
    ['+(勒索 钓鱼) 医院', [all(word('勒索'), word('钓鱼')), word('医院')]],
    ['+(勒索 OR 钓鱼)', [all(or(word('勒索'), word('钓鱼')))]],
    ['"苹果"OR"华为"', [or(phrase('苹果'), phrase('华为'))]],
    ['((苹果) (新款 (手机)))', [word('苹果'), word('新款'), word('手机')]],
    ['-(-苹果)', [word('苹果')]],
    ['main()', [word('main')]],
    ['f(x)', [word('f'), word('x')]],
  ])('%s', (query, expected) => {
    expect(parse(query)).toEqual({ root: and(...expected), warnings: [] })
  })
})

describe('signs of a Chinese keyboard mean their twins', () => {
  test.each([
    ['“供应链 攻击”', '"供应链 攻击"'],
    ['「供应链 攻击」', '"供应链 攻击"'],
    ['『供应链 攻击』', '"供应链 攻击"'],
    ['＂供应链 攻击＂', '"供应链 攻击"'],
    ['"供应链 攻击”', '"供应链 攻击"'],
    ['“供应链 攻击"', '"供应链 攻击"'],
    ['”供应链 攻击“', '"供应链 攻击"'],
    ['”供应链 攻击”', '"供应链 攻击"'],
    ['苹果　－手机', '苹果 -手机'],
    ['苹果 −手机', '苹果 -手机'],
    ['来源：新华社', 'source:新华社'],
    ['來源:新华社', 'source:新华社'],
    ['ｓｏｕｒｃｅ：新华社', 'source:新华社'],
    ['－来源：「新华 社」', '-source:"新华 社"'],
    ['早于：2024-03 晚于：2023年', 'before:2024-03 after:2023'],
    ['ＩｎＴｉｔｌｅ：漏洞', 'title:漏洞'],
    ['标题：漏洞', 'title:漏洞'],
    ['標題：“远程 执行”', 'title:"远程 执行"'],
    ['日期：２０２５－０１．．２０２５－０３', 'date:2025-01..2025-03'],
    ['日期：2025-01。。2025-03', 'date:2025-01..2025-03'],
    ['網站：example.com 網址：a.cn/b', 'site:example.com url:a.cn/b'],
    ['抓取：２０２５年３月', 'fetched:2025-03'],
    ['狀態：拦截 語言：中文', 'is:blocked lang:zh'],
    ['（新款 苹果） ＯＲ 华为', '(新款 苹果) OR 华为'],
    ['苹果 ｜ 华为', '苹果 OR 华为'],
    ['苹果 | 华为', '苹果 OR 华为'],
    ['苹果 || 华为', '苹果 OR 华为'],
    ['苹果 或者 华为', '苹果 OR 华为'],
    ['苹果 && 华为', '苹果 AND 华为'],
    ['苹果 ＡＮＤ 华为', '苹果 AND 华为'],
    ['苹果 且 华为　并且　小米', '苹果 AND 华为 AND 小米'],
    ['＋苹果 华为', '+苹果 华为'],
    ['苹果 ＮＯＴ 手机', '苹果 -手机'],
    ['苹果 或 华为　或　小米', '苹果 OR 华为 OR 小米'],
    ['苹果 非 手机', '苹果 -手机'],
    ['非 手机 苹果', '-手机 苹果'],
    ['苹果 非 (手机 或 平板)', '苹果 -(手机 OR 平板)'],
    ['苹果或华为 非洲', '苹果或华为 非洲'],
  ])('%s is %s', (typed, ascii) => {
    expect(parse(typed)).toEqual(parse(ascii))
    expect(parse(typed).warnings).toEqual([])
  })
})

describe('what looks like a sign and is none', () => {
  test.each([
    ['gpt-oss-120b CVE-2025-1', ['gpt-oss-120b', 'CVE-2025-1']],
    ['--force', ['--force']],
    ['https://example.com/a?b=c 12:30', ['https://example.com/a?b=c', '12:30']],
    ['Error: foo std::string localhost:8080', ['Error:', 'foo', 'std::string', 'localhost:8080']],
    [':D mailto:a@b.cn sha256:ab12 C:x', [':D', 'mailto:a@b.cn', 'sha256:ab12', 'C:x']],
    ['报道：某某 C:\\Windows', ['报道：某某', 'C:\\Windows']],
    ['开源模型｜机器之心', ['开源模型｜机器之心']],
    ['or Or and And not', ['or', 'Or', 'and', 'And', 'not']],
    ['MORE ORACLE ANDROID NOTE', ['MORE', 'ORACLE', 'ANDROID', 'NOTE']],
    ['C++ ++i 1+1 Yahoo! !!x', ['C++', '++i', '1+1', 'Yahoo!', '!!x']],
    ['苹果和华为 且慢 或者说', ['苹果和华为', '且慢', '或者说']],
    ['苹果，手机。', ['苹果', '手机。']],
    ['漏洞；补丁、固件,内核;sqli,xss', ['漏洞', '补丁', '固件', '内核', 'sqli', 'xss']],
    ['1,000 3，500', ['1,000', '3，500']],
    ['《三体》里的‘黑暗森林’', ['《三体》里的‘黑暗森林’']],
  ])('%s', (query, words) => {
    expect(parse(query)).toEqual({ root: and(...words.map(word)), warnings: [] })
  })

  test('a dash behind a quotation or a bracket excludes nothing', () => {
    expect(children('"一带一路"－新丝路')).toEqual([phrase('一带一路'), word('新丝路')])
    expect(children('（上）-下')).toEqual([word('上'), word('下')])
  })

  test.each([
    ['"苹果"或"华为"', [phrase('苹果'), phrase('或'), phrase('华为')]],
    ['苹果 非', [word('苹果'), phrase('非')]],
    ['或', [phrase('或')]],
    ['(或) 苹果', [phrase('或'), word('苹果')]],
  ])('或 and 非 in %s are text', (query, expected) => {
    expect(children(query)).toEqual(expected)
  })

  test('of words that are signs alone nothing is asked', () => {
    expect(parse('苹果 & 华为 。')).toEqual(parse('苹果 华为'))
    expect(children('-! 苹果')).toEqual([word('苹果')])
    expect(children('苹果 OR ! 华为')).toEqual([word('苹果'), word('华为')])
  })

  test('pictures are asked for', () => {
    expect(children('😀 ★')).toEqual([word('😀'), word('★')])
  })
})

describe('quotation marks', () => {
  test.each([
    ['称“史上最大”的泄露事件', ['称', '史上最大', '的泄露事件']],
    ['“一带一路”－新丝路', ['一带一路', '新丝路']],
    ['“银狐”，又来了', ['银狐', '又来了']],
    ['他说「好 的」了', ['他说', '好', '的', '了']],
    ['从“『甲』乙”到丙', ['从', '甲', '乙', '到丙']],
  ])('inside of a title, %s, are text, and that is said', (query, words) => {
    expect(children(query)).toEqual(words.map(word))
    expect(messages(query)[0]).toEqual([expect.any(Number), expect.stringMatching(/put straight/)])
  })

  test.each([
    ['“供应链 攻击”', [phrase('供应链 攻击')]],
    ['漏洞 “供应链 攻击” npm', [word('漏洞'), phrase('供应链 攻击'), word('npm')]],
    ['漏洞 -“供应链 攻击”', [word('漏洞'), not(phrase('供应链 攻击'))]],
    ['（“甲 乙” OR 丙）', [or(phrase('甲 乙'), word('丙'))]],
    ['标题：“甲 乙”', [inTitle(phrase('甲 乙'))]],
    ['称"史上最大"的', [word('称'), phrase('史上最大'), word('的')]],
  ])('in %s ask for a text as it stands', (query, expected) => {
    expect(parse(query)).toEqual({ root: and(...expected), warnings: [] })
  })
})

describe('what cannot be understood', () => {
  test.each<[string, object[], number, RegExp]>([
    ['苹果 "新 手机', [word('苹果'), word('新'), word('手机')], 3, /quotation mark has no partner/],
    ['「苹果', [word('苹果')], 0, /quotation mark has no partner/],
    ['苹果」 手机', [word('苹果'), word('手机')], 2, /quotation mark has no partner/],
    ['6.1" 屏幕', [word('6.1'), word('屏幕')], 3, /quotation mark has no partner/],
    ['𠮷 "', [word('𠮷')], 3, /quotation mark has no partner/],
    ['苹果 ""', [word('苹果')], 3, /nothing stands between/],
    ['苹果 - 华为', [word('苹果'), word('华为')], 3, /minus sign by itself/],
    ['苹果 -', [word('苹果')], 3, /minus sign by itself/],
    ['OR 苹果', [word('or'), word('苹果')], 0, /OR needs/],
    ['苹果 OR', [word('苹果'), word('or')], 3, /OR needs/],
    ['苹果 |', [word('苹果')], 3, /OR needs/],
    ['AND 苹果', [word('and'), word('苹果')], 0, /AND needs/],
    ['苹果 AND', [word('苹果'), word('and')], 3, /AND needs/],
    ['苹果 AND AND 华为', [all(word('苹果'), word('and')), word('华为')], 7, /AND needs/],
    ['苹果 &&', [word('苹果')], 3, /AND needs/],
    ['+勒索 OR 钓鱼', [or(word('勒索'), word('钓鱼'))], 0, /\+ demands nothing/],
    ['苹果 NOT', [word('苹果'), word('not')], 3, /NOT needs/],
    ['(苹果 OR 华为', [or(word('苹果'), word('华为'))], 0, /bracket has no partner/],
    ['苹果) 华为', [word('苹果'), word('华为')], 2, /bracket has no partner/],
    ['苹果 date:2025-13', [word('苹果'), word('date:2025-13')], 3, /no date/],
    ['subject:漏洞', [word('subject:漏洞')], 0, /"subject:" is no field.*title:/],
    ['苹果 from:"a b"', [word('苹果'), word('from:'), phrase('a b')], 3, /"from:" is no field/],
    ['苹果 filetype:pdf', [word('苹果')], 3, /"filetype:pdf" is left out/],
    ['before:soon', [word('before:soon')], 0, /no date; write before:/],
    ['after:2024..', [word('after:2024..')], 0, /no date; write after:/],
    ['date:2025-02-29', [word('date:2025-02-29')], 0, /no date/],
    ['date:..', [word('date:..')], 0, /no date/],
    ['date:2024..2025..2026', [word('date:2024..2025..2026')], 0, /no date/],
    ['日期：昨天', [word('日期：昨天')], 0, /no date/],
    ['fetched:soon', [word('fetched:soon')], 0, /no date/],
    ['is:good', [word('is:good')], 0, /no status.*is:article.*is:truncated/],
    ['语言：火星文', [word('语言：火星文')], 0, /no language.*lang:zh/],
    ['site:??', [word('site:??')], 0, /no host/],
    ['lang:"a b"', [phrase('a b')], 0, /no language/],
    ['*ware 苹果', [word('*ware'), word('苹果')], 0, /at the end of a word only/],
    ['2*3', [word('2*3')], 0, /at the end of a word only/],
    ['title: 漏洞', [word('title:'), word('漏洞')], 0, /nothing stands behind "title:"/],
    ['source:" "', [], 0, /nothing stands between/],
  ])(
    '%j is read as plain words, with a warning at its place',
    (query, expected, position, message) => {
      expect(children(query)).toEqual(expected)
      expect(messages(query)[0]).toEqual([position, expect.stringMatching(message)])
    },
  )

  test('a query of signs alone asks for nothing and says how to find them', () => {
    expect(children(' ...')).toEqual([])
    expect(messages(' ...')).toEqual([[1, expect.stringMatching(/put quotation marks/)]])
    expect(children('"..."')).toEqual([phrase('...')])
  })

  test('a mistake made often is told once, where it is first', () => {
    expect(messages(') 苹果 '.repeat(50))).toEqual([[0, expect.any(String)]])
  })
})

describe('hostile queries', () => {
  test.each([
    '(',
    ')',
    '()',
    '-(',
    '"',
    '“',
    '"“',
    'a"“',
    '「',
    '-”',
    '-',
    '- ',
    ' -',
    'OR ',
    '| ',
    '(a OR ',
    'title:',
    'title:"“',
    'date:',
    '\ud842',
    '字',
    '非 ',
    'AND ',
    'NOT ',
    ' +',
    ' !',
    '或 ',
    ' 非',
  ])('of 100,000 times %j take no time', (piece) => {
    expect(parse(piece.repeat(100_000)).root.kind).toBe('and')
  })

  test('brackets nest twenty deep, what is deeper is left out with a warning', () => {
    const nested = (depth: number) => `${'-('.repeat(depth)}甲 乙${')'.repeat(depth)}`
    expect(messages(nested(20))).toEqual([])
    expect(messages(nested(21))).toEqual([[41, expect.stringMatching(/deeper/)]])
    const deep = `${'('.repeat(10_000)}甲 OR 乙${')'.repeat(10_000)}`
    expect(children(deep)).toEqual([or(word('甲'), word('乙'))])
  })

  test('more than 64 words are left out, and no group stays open', () => {
    const words = Array.from({ length: 200 }, (_, i) => word(`w${i}`))
    const { root, warnings } = parse(`a (${words.map(({ text }) => text).join(' OR ')})`)
    expect(root).toEqual(and(word('a'), or(...words.slice(0, 63))))
    const position =
      3 +
      words
        .slice(0, 63)
        .map(({ text }) => `${text} OR `)
        .join('').length
    expect(warnings).toEqual([
      { kind: 'limited', position, message: expect.stringMatching(/too long/) },
    ])
  })

  test('of 10,000 pictures the first 128 are asked for, and none is halved', () => {
    const { root, warnings } = parse(`a${'😀'.repeat(10_000)}`)
    expect(root).toEqual(and(word(`a${'😀'.repeat(127)}`)))
    expect(warnings).toMatchObject([{ kind: 'limited', position: 0 }])
  })

  test('nothing throws, and every warning points into the query', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { root, warnings } = parse(query)
        expect(root.kind).toBe('and')
        const positions = warnings.map(({ position }) => position)
        expect(positions).toEqual(positions.toSorted((a, b) => a - b))
        for (const position of positions) {
          expect(position).toBeGreaterThanOrEqual(0)
          expect(position).toBeLessThan(query.length)
        }
      }),
      { numRuns: 3000 },
    )
  })
})
