/** Sound text, in the languages that encodings were made for, with the signs their authors use: nothing of it is to be repaired. */

export const goodTexts: Readonly<Record<string, string>> = {
  Chinese:
    '这家研究所今天公布了新的开源模型——“权重可以免费下载”……研究者认为，它的推理能力有明显进步。\n忙碌的路上，茅台、盲盒与猫都在；脱落、猫咪、聪明、聂耳。\n價格：￥100；溫度：25℃。',
  Japanese:
    'この研究所は今日、新しいオープンソースのモデルを公開した。「重みは無料でダウンロードできる」という。\nﾃｽﾄ・データベース',
  Korean:
    '연구소는 오늘 새로운 오픈 소스 모델을 공개했다. “가중치는 무료로 내려받을 수 있다.”\n검색 결과가 없습니다.',
  French:
    'L’été dernier, à Besançon, l’équipe a présenté « Cœur », un modèle où tout est gratuit.\nQUALITÉ\u00a0: À\u00a0VOIR\u00a0! «\u00a0identité\u00a0»\nqualité\u00a0»\nÇa coûte 20\u00a0€… naïve, Noël, garçon, œuvre, où, août.\nCAFÉ» É… É— Ê”',
  German:
    'Die Übersicht über große Änderungen: „MENÜ“ – für Köln, Düsseldorf und Nürnberg; Straße, Maß, Äpfel, Öl.\nÄ“ Ö– Ü» §\u00a05 Abs.\u00a02, 25\u00a0°C, 10\u00a0µm, ½ Liter',
  Spanish:
    '¿Qué pasó el año pasado en España? ¡Mañana habrá más información! La niña cumplió nueve años, según el periódico.\n«Así fue», señaló el señor Muñoz; 1.º, 2.ª.',
  Portuguese:
    'A informação não está disponível; amanhã haverá atualizações de segurança. “Coração”, disse João, são três lições.\nMAÇÃ\u00a0– AMANHÃ\u00a0» ATENÇÃO: NÃO É GRÁTIS. Ã\u00a0º ª',
  Italian:
    'Perché la città è più bella? L’università è già chiusa, però così non va: è l’unica verità.\nÈ\u00a0VERO: LIBERTÀ\u00a0» à… È”',
  Polish:
    'Zażółć gęślą jaźń. Nowa wersja została udostępniona w środę; można ją pobrać bezpłatnie. „Źródło” – ŁÓDŹ, ŻÓŁĆ…',
  Czech:
    'Příliš žluťoučký kůň úpěl ďábelské ódy. „Výzkumný ústav“ dnes zveřejnil nový model – ŘÍČANY, ČESKÝ TĚŠÍN…',
  Turkish:
    'Araştırma enstitüsü bugün yeni açık kaynaklı modelini yayımladı; ağırlıklar ücretsiz indirilebilir. “İSTANBUL ÜNİVERSİTESİ” – ĞÜŞİÖÇ',
  Vietnamese:
    'Viện nghiên cứu hôm nay đã công bố mô hình mã nguồn mở mới, có thể tải xuống miễn phí. “Trí tuệ nhân tạo” – ĐẠI HỌC QUỐC GIA HÀ NỘI. Â\u00a0Ă\u00a0Ê',
  Russian:
    'Исследовательский институт сегодня опубликовал новую модель с открытым кодом. «Веса можно скачать бесплатно» — сказано в №\u00a05.\nЁлка, объём, съезд… ЭТО ВАЖНО: СРОЧНО!\nР‘ Р’ С‚ РЎ. В. Иванов, Р.\u00a0С.\u00a0Петров',
  Ukrainian:
    'Дослідницький інститут сьогодні оприлюднив нову модель з відкритим кодом. «Ваги можна завантажити безкоштовно» — Київ, Ґанок, її, є, ЇЖАК.',
  Kazakh:
    'Зерттеу институты бүгін жаңа ашық кодты модельді жариялады. «Оны тегін жүктеп алуға болады» — Алматы қаласы, Өскемен, Ұлытау, Һәм, іні, еңі, қыңырлық, ҒЫЛЫМ.',
  Greek:
    'Το ερευνητικό ίδρυμα δημοσίευσε σήμερα ένα νέο μοντέλο ανοιχτού κώδικα. «Διατίθεται δωρεάν» – ΑΘΗΝΑ, Ώρα, ΐ, ΰ.',
  Arabic:
    'أعلن معهد الأبحاث اليوم عن نموذج جديد مفتوح المصدر، ويمكن تنزيله مجانا. «الذكاء الاصطناعي» – ٢٠٢٥؛ لماذا؟ پ چ ژ گ',
  Hebrew:
    'מכון המחקר פרסם היום מודל חדש בקוד פתוח, וניתן להוריד אותו בחינם. „בינה מלאכותית” – צה״ל, ג׳ירפה; שָׁלוֹם.',
  Thai: 'สถาบันวิจัยเปิดตัวโมเดลโอเพนซอร์สใหม่ในวันนี้ และดาวน์โหลดได้ฟรี “ปัญญาประดิษฐ์” เทคโนโลยี เพื่อ โดย ไทย แก้ไข',
  English:
    'The institute’s “open” model – naïve, café, résumé – costs £5 … © 2025 • 25\u00a0°C → ½ × ¾ ± 3\u00a0µs',
}
