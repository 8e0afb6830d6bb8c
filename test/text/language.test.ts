import { expect, test } from 'vitest'
import { languageOf } from '../../src/text/language.ts'
import { normalizeText } from '../../src/text/normalize/normalize.ts'

test.each([
  ['zh', '一家研究所今天公布了新的开源模型，权重可以免费下载。'],
  ['zh', '老闆阿坤把最後一批書籍裝箱，一共四百三十七箱。'],
  ['zh', 'Apache Tomcat 远程代码执行漏洞 CVE-2025-24813 在野利用分析'],
  ['zh', '日本の「の」是一个假名，这一段中文里只有这一个，其余都是汉字。'],
  ['en', 'A critical vulnerability was found in the firmware of several routers.'],
  ['en', 'Apache Tomcat 10.1.35 released'],
  ['en', 'The café said: naïve users of the API were not affected by the outage.'],
  ['en', 'The word 漏洞 means vulnerability, and that is all the Chinese there is in this text.'],
  ['ja', '脆弱性が見つかったため、すぐに更新してください。'],
  ['other', 'Eine kritische Schwachstelle wurde in der Firmware und in den Routern gefunden.'],
  ['other', 'La vulnerabilidad crítica afecta a los usuarios de la versión anterior.'],
  ['other', 'Критическая уязвимость обнаружена в прошивке маршрутизаторов.'],
  ['other', '펌웨어에서 심각한 취약점이 발견되었습니다.'],
  ['other', '😀 …'],
  ['other', ''],
])('%s: %s', (language, text) => {
  expect(languageOf(normalizeText(text))).toBe(language)
})
