/** Holds the examples under each command's `--help`. */

export const examples = {
  souwen: `
例：
  souwen index                        为 corpus/ 建立或更新索引
  souwen search 开源模型              在终端里搜索
  souwen serve                        打开网页搜索 http://127.0.0.1:3000/
各命令的说明：souwen search --help
`,
  index: `
例：
  souwen index                        corpus/ → index/
  souwen index ~/archive --index ~/archive.index
  souwen index --full                 全部重新读取、重新分词
  souwen index --optimize             合并成一段，搜索最快
  souwen index --dictionary 词典.txt  使用自己的词典（jieba 格式，每行：词 词频 词性）
  souwen index --synonyms 同义词.txt  搜索时也找同义词（每行：大模型, LLM 或 i-pod, i pod => ipod；# 开头是注释）
  souwen index --synonyms none        去掉同义词

退出码：0 正常；2 出错，或有文件被跳过（路径和原因见标准错误输出，其余文件已入索引）。
`,
  search: `
例：
  souwen search 开源 模型             两个词都要有
  souwen search "开源 模型"           同上：引号被 shell 去掉了
  souwen search '"开源 模型"'         原文中连续出现这一串字
  souwen search 供应链攻击 -npm       不要含 npm 的文章
  souwen search 勒索 AND 医院 NOT 演练 before:2025-03
  souwen search 苹果 source:solidot date:2025-01..2025-03
  souwen search 漏洞 网站:github.com 日期:最近7天 语言:英文 -状态:截断
  souwen search title:漏洞 --sort date --limit 50
  souwen search CVE-2025-24813 --json | jq -r '.hits[].path'
  souwen search -- --force            “--”之后全是要搜的文字

以 -- 开头的是选项，写错会报错；以单个 - 开头的是要排除的词（第一个词之前的单个字母如 -n 除外）。
退出码：0 找到；1 没有找到；2 出错。颜色：NO_COLOR=1 关闭，FORCE_COLOR=1 打开。
`,
  explain: `
例：
  souwen explain 供应链攻击 5a0c276012d7cea6
  souwen explain 供应链攻击 2025/07/08/磐石社区_标题.md --json | jq '.parts[].amount'
  souwen search 供应链攻击 --explain

各项相加即为得分。退出码：0 找到；1 此查询找不到这篇文章，或索引里没有它；2 出错。
`,
  suggest: `
例：
  souwen suggest 漏                   以此开头的词、来源和标题，各按出现的多少排列
  souwen suggest loudong              拼音
  souwen suggest ld                   拼音首字母
  souwen suggest vuln --json | jq -r '.suggestions[].text'

退出码：0 有；1 没有；2 出错。
`,
  show: `
例：
  souwen show 2025/10/02/solidot_标题.md
  souwen show 2025/10/02/solidot_标题.md --json | jq -r .body
  souwen show 2025/10/02/solidot_标题.md --furniture      页面里没有收进正文的行和原因
  souwen show 2025/10/02/solidot_标题.md --versions       同一篇文章的各次抓取

退出码：0 找到；1 索引里没有这篇文章；2 出错。
`,
  stats: `
例：
  souwen stats
  souwen stats --json | jq '.sources[:5]'
  souwen stats --failed | cut -f4                    没有抓到正文的网页，可以重新抓取
`,
  verify: `
例：
  souwen verify
  souwen verify --json | jq -r '.faults[].file'

退出码：0 完好；1 有损坏（文件和原因如上，用 souwen index --full 重建）；2 出错。
`,
  analyze: `
例：
  souwen analyze 中文全文检索引擎
  souwen analyze "CVE-2025-24813 影响 Apache Tomcat" --json
  souwen analyze 大模型 --dictionary 词典.txt
`,
  evaluate: `
例：
  souwen evaluate 问题集              docs.jsonl（id、title、text）、queries.jsonl（id、text）、
                                      qrels.tsv（问题、文档、相关度，以制表符分隔）
  souwen evaluate 问题集 --save 之前.json
  souwen evaluate 问题集 --diff 之前.json    改动之后：哪些问题变好、变坏

文档编入临时索引，逐字照录（不去网页边框），用与 search 相同的引擎逐题搜索；不影响 index/。
`,
  serve: `
例：
  souwen serve                        http://127.0.0.1:3000/
  SOUWEN_TOKEN=口令 souwen serve --port 8080 --host 0.0.0.0    别的机器也能访问，须知道口令
  souwen serve --host 0.0.0.0 --public                         所有能连上的人都能访问
  souwen serve --log info 2> 日志                              每个请求一行 JSON；不记搜索词，除非 --log-queries

Ctrl-C 结束。
`,
} as const
