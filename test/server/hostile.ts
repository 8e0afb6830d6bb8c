/** Text as the archive has it at its worst, for property tests: exploit code, half characters, controls, overrides. */

import fc from 'fast-check'

const pieces = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</mark></bdi></a>',
  '<svg/onload=alert(1)>',
  '<!--',
  ']]>',
  '&lt;b&gt;',
  '&#x3c;',
  '$' + '{7*7}{{7*7}}',
  'javascript:alert(1)',
  '\u202e反转\u2066',
  '\u0000\u0007\u001b[31m\u009b',
  '\ud842',
  '\udfb7',
  '𠮷😀👨‍👩‍👧',
  '第一行\n第二行\r\n',
  '开源模型',
] as const

export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
