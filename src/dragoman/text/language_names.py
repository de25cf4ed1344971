"""The languages an article may be found to be in: ISO 639 codes and English names.

The identifier knows some fifty more, spoken by few or written like a greater neighbour; kept among the
choices they take short English and Chinese texts away from their languages.
"""

from __future__ import annotations

LANGUAGES: dict[str, str] = dict(
    pair.split(" ", 1)
    for pair in """\
af Afrikaans;am Amharic;ar Arabic;as Assamese;\
az Azerbaijani;ba Bashkir;be Belarusian;bg Bulgarian;bn Bengali;bs Bosnian;ca Catalan;cs Czech;\
cy Welsh;da Danish;de German;el Greek;en English;es Spanish;\
et Estonian;eu Basque;fa Persian;fi Finnish;fr French;\
fy West Frisian;ga Irish;gd Scottish Gaelic;gl Galician;gu Gujarati;\
he Hebrew;hi Hindi;hr Croatian;hu Hungarian;\
hy Armenian;id Indonesian;is Icelandic;it Italian;ja Japanese;ka Georgian;\
kk Kazakh;km Khmer;kn Kannada;ko Korean;ku Kurdish;ky Kyrgyz;\
lo Lao;lt Lithuanian;lv Latvian;mk Macedonian;\
ml Malayalam;mn Mongolian;mr Marathi;ms Malay;mt Maltese;my Burmese;ne Nepali;nl Dutch;\
no Norwegian;or Odia;pa Punjabi;pl Polish;\
ps Pashto;pt Portuguese;ro Romanian;ru Russian;\
si Sinhala;sk Slovak;sl Slovene;so Somali;sq Albanian;sr Serbian;\
sv Swedish;sw Swahili;ta Tamil;te Telugu;tg Tajik;th Thai;tk Turkmen;tl Tagalog;tr Turkish;tt Tatar;\
ug Uyghur;uk Ukrainian;ur Urdu;uz Uzbek;vi Vietnamese;\
zh Chinese\
""".split(";")
)
