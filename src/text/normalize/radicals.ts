/**
 * CJK radicals that NFKC leaves as they are, and the signs that they stand for, by position: texts taken from PDF files write ⻔ for 门.
 * After Unicode's EquivalentUnifiedIdeograph.txt; those with a sign of the basic plane, in Simplified form.
 */

export const RADICALS =
  '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲'

export const ORDINARY =
  '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑忄心扌攵旡日月歺民氵氺灬爫爫丬牛犭王目示礻纟纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅长镸长门阝雨青韦页风飞食饣饣马骨鬼鱼鸟卤麦黄黾齐齐齿齿龙龙龟龟'
