// SPDX-License-Identifier: GPL-3.0-or-later
// The same rules in other languages, beside Friday, 21 March 2025.
#include <QTest>

#include "app/phrases/date_phrase.h"

using namespace dateline;

namespace {

QString best(const QString &phrase, const std::string &language)
{
    PhraseContext context;
    context.reference = {2025, 3, 21};
    context.language = language;
    const auto found = readPhrase(phrase.toStdString(), context);
    if (!found)
        return QStringLiteral("nothing");
    if (found->kind == PhraseKind::Duration)
        return QStringLiteral("duration");
    if (found->kind == PhraseKind::Time)
        return QStringLiteral("time");
    return QString::fromStdString(found->readings.front().date.text());
}

struct Row {
    const char *language;
    const char *phrase;
    const char *edtf;
};

constexpr Row kRows[] = {
    {"de", "19.06.2024", "2024-06-19"},
    {"de", "19. Juni", "2024-06-19"},
    {"de", "am 19. Juni 2024", "2024-06-19"},
    {"de", "letzten Freitag", "2025-03-14"},
    {"de", "am vergangenen Montag", "2025-03-17"},
    {"de", "vor zwei Jahren", "2023"},
    {"de", "vor drei Tagen", "2025-03-18"},
    {"de", "in zwei Wochen", "[2025-03-31..2025-04-06]"},
    {"de", "Anfang Mai 2024", "2024-05-0X"},
    {"de", "Ende des Jahres", "2025-39"},
    {"de", "zum Jahresende", "2025-39"},
    {"de", "im vergangenen Herbst", "2024-23"},
    {"de", "in den 1990er Jahren", "199X"},
    {"de", "in den neunziger Jahren", "199X"},
    {"de", "im 20. Jahrhundert", "19XX"},
    {"de", "im ersten Quartal 2023", "2023-33"},
    {"de", "von 2018 bis 2019", "2018/2019"},
    {"de", "zwischen 1914 und 1918", "1914/1918"},
    {"de", "seit 2018", "2018/.."},
    {"de", "bis Ende März 2024", "../2024-03-31"},
    {"de", "vor dem 3. Mai 2024", "../2024-05-02"},
    {"de", "drei Tage lang", "duration"},
    {"de", "um 15 Uhr", "time"},
    {"de", "am Freitag um 15.30 Uhr", "2025-03-21T15:30"},
    {"de", "am Mittwochabend", "2025-03-19"},
    {"de", "vorgestern", "2025-03-19"},
    {"de", "Ostern 2024", "2024-03-31"},
    {"de", "vom 12. bis 14. Mai 2024", "2024-05-12/2024-05-14"},
    {"de", "Mitte Juni 2024", "2024-06-1X"},
    {"de", "im Sommer des vergangenen Jahres", "2024-22"},
    {"de", "etwa 1950", "1950~"},
    {"de", "kürzlich", "../2025-03-21"},
    {"fr", "le 19 juin 2024", "2024-06-19"},
    {"fr", "19/06/2024", "2024-06-19"},
    {"fr", "vendredi dernier", "2025-03-14"},
    {"fr", "la semaine dernière", "[2025-03-10..2025-03-16]"},
    {"fr", "le mois prochain", "2025-04"},
    {"fr", "l'an dernier", "2024"},
    {"fr", "l'année dernière", "2024"},
    {"fr", "il y a deux ans", "2023"},
    {"fr", "il y a trois jours", "2025-03-18"},
    {"fr", "dans trois semaines", "[2025-04-07..2025-04-13]"},
    {"fr", "début mai 2024", "2024-05-0X"},
    {"fr", "fin mars 2024", "[2024-03-20..2024-03-31]"},
    {"fr", "à la fin de l'année", "2025-39"},
    {"fr", "l'automne dernier", "2024-23"},
    {"fr", "dans les années 1990", "199X"},
    {"fr", "au XXe siècle", "19XX"},
    {"fr", "au troisième trimestre 2023", "2023-35"},
    {"fr", "de 2018 à 2019", "2018/2019"},
    {"fr", "entre 1914 et 1918", "1914/1918"},
    {"fr", "depuis 2018", "2018/.."},
    {"fr", "jusqu'en mars 2024", "../2024-03"},
    {"fr", "avant 2018", "../2017"},
    {"fr", "pendant trois jours", "duration"},
    {"fr", "vendredi à 15h30", "2025-03-21T15:30"},
    {"fr", "avant-hier", "2025-03-19"},
    {"fr", "du 12 au 14 mai 2024", "2024-05-12/2024-05-14"},
    {"fr", "mi-juin 2024", "2024-06-1X"},
    {"fr", "en mai de l'année dernière", "2024-05"},
    {"fr", "vers 1950", "1950~"},
    {"fr", "récemment", "../2025-03-21"},
    {"fr", "lundi 3 mars", "2025-03-03"},
    {"fr", "le 1er mai 2024", "2024-05-01"},
    {"fr", "l'été 2014", "2014-22"},
    {"fr", "hier soir", "2025-03-20"},
    {"ru", "19 июня 2024 года", "2024-06-19"},
    {"ru", "в прошлом году", "2024"},
    {"ru", "прошлой осенью", "2024-23"},
    {"ru", "в конце марта", "[2025-03-20..2025-03-31]"},
    {"ru", "два дня назад", "2025-03-19"},
    {"ru", "на прошлой неделе", "[2025-03-10..2025-03-16]"},
    {"ru", "в пятницу", "2025-03-21"},
    {"ru", "в минувшую пятницу", "2025-03-14"},
    {"ru", "в начале 2019 года", "2019-37"},
    {"ru", "в 2018-2019 годах", "2018/2019"},
    {"ru", "с 2018 по 2019 год", "2018/2019"},
    {"ru", "в 1990-х годах", "199X"},
    {"ru", "в XX веке", "19XX"},
    {"ru", "19.06.2024", "2024-06-19"},
    {"ru", "вчера вечером", "2025-03-20"},
    {"ru", "через три недели", "[2025-04-07..2025-04-13]"},
    {"ru", "в августе", "2024-08"},
    {"ru", "в мае прошлого года", "2024-05"},
    {"ru", "третий квартал 2023 года", "2023-35"},
    {"ru", "летом 2014 года", "2014-22"},
    {"ru", "в этом месяце", "2025-03"},
    {"ru", "5 марта", "2025-03-05"},
    {"ru", "в ночь на пятницу", "2025-03-21"},
    {"ru", "в 15:00 мск 5 марта", "2025-03-05T15:00:00+03:00"},
    {"ru", "за последние три месяца", "[2024-12-21..2025-03-20]"},
    {"ru", "до конца года", "../2025-39"},
    {"ru", "год назад", "2024"},
    {"ru", "с 24 февраля 2022 года", "2022-02-24/.."},
    {"ru", "в течение трех дней", "duration"},
    {"ru", "около 1950 года", "1950~"},
    {"ru", "недавно", "../2025-03-21"},
    {"uk", "19 червня 2024 року", "2024-06-19"},
    {"uk", "минулого року", "2024"},
    {"uk", "минулої осені", "2024-23"},
    {"uk", "наприкінці березня", "[2025-03-20..2025-03-31]"},
    {"uk", "два дні тому", "2025-03-19"},
    {"uk", "минулого тижня", "[2025-03-10..2025-03-16]"},
    {"uk", "у п'ятницю", "2025-03-21"},
    {"uk", "у п’ятницю", "2025-03-21"},
    {"uk", "торік", "2024"},
    {"uk", "на початку 2019 року", "2019-37"},
    {"uk", "у 2018-2019 роках", "2018/2019"},
    {"uk", "з 2018 по 2019 рік", "2018/2019"},
    {"uk", "у XX столітті", "19XX"},
    {"uk", "восени 2022 року", "2022-23"},
    {"uk", "через три тижні", "[2025-04-07..2025-04-13]"},
    {"uk", "24 лютого", "2025-02-24"},
    {"uk", "з 24 лютого 2022 року", "2022-02-24/.."},
    {"uk", "цього місяця", "2025-03"},
    {"uk", "останні три місяці", "[2024-12-21..2025-03-20]"},
    {"uk", "вчора ввечері", "2025-03-20"},
    {"uk", "рік тому", "2024"},
    {"uk", "протягом трьох днів", "duration"},
    {"uk", "влітку", "2024-22"},
    {"uk", "до кінця року", "../2025-39"},
    {"ko", "지난 가을", "2024-23"},
    {"ko", "작년", "2024"},
    {"ko", "지난달 3일", "2025-02-03"},
    {"ko", "2024년 6월 19일", "2024-06-19"},
    {"ko", "오는 5일", "2025-04-05"},
    {"ko", "이달 초", "2025-03-0X"},
    {"ko", "3월 말", "[2025-03-20..2025-03-31]"},
    {"ko", "어제", "2025-03-20"},
    {"ko", "19일", "2025-03-19"},
    {"ko", "지난 19일", "2025-03-19"},
    {"ko", "22일", "2025-02-22"},
    {"ko", "지난해 10월", "2024-10"},
    {"ko", "올해 상반기", "2025-40"},
    {"ko", "작년 3분기", "2024-35"},
    {"ko", "지난주 금요일", "2025-03-14"},
    {"ko", "3년 전", "2022"},
    {"ko", "이틀 전", "2025-03-19"},
    {"ko", "두 달 전", "2025-01"},
    {"ko", "일주일 뒤", "[2025-03-24..2025-03-30]"},
    {"ko", "2018년부터 2019년까지", "2018/2019"},
    {"ko", "5일부터 7일까지", "2025-03-05/2025-03-07"},
    {"ko", "3월 5~7일", "2025-03-05/2025-03-07"},
    {"ko", "1990년대", "199X"},
    {"ko", "1980년대 후반", "[1987-01-01..1989-12-31]"},
    {"ko", "20세기", "19XX"},
    {"ko", "사흘간", "duration"},
    {"ko", "오후 3시", "time"},
    {"ko", "19일 오후 3시 30분", "2025-03-19T15:30"},
    {"ko", "2024년 6월 19일에", "2024-06-19"},
    {"ko", "이번 주", "[2025-03-17..2025-03-23]"},
    {"ko", "다음 달", "2025-04"},
    {"ko", "내년 3월 5일", "2026-03-05"},
    {"ko", "19일(현지시간)", "2025-03-19"},
    {"ko", "최근 3년간", "[2022-03-21..2025-03-20]"},
    {"ko", "연말", "2025-39"},
    {"ko", "전날", "2025-03-20"},
    {"ko", "이듬해", "2026"},
    {"ko", "2024년 여름", "2024-22"},
    {"ko", "2018년 이후", "2018/.."},
    {"ko", "6월 19일까지", "../2024-06-19"},
    {"ko", "2024.6.19", "2024-06-19"},
};

}  // namespace

class tst_phrase_languages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void guessesTheLanguage();
    void findsKoreanAmongEndings();
};

void tst_phrase_languages::reads_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("edtf");
    for (const Row &row : kRows)
        QTest::newRow(row.phrase) << QString::fromUtf8(row.phrase)
                                  << QString::fromLatin1(row.language)
                                  << QString::fromLatin1(row.edtf);
}

void tst_phrase_languages::reads()
{
    QFETCH(QString, phrase);
    QFETCH(QString, language);
    QFETCH(QString, edtf);
    QCOMPARE(best(phrase, language.toStdString()), edtf);
}

void tst_phrase_languages::guessesTheLanguage()
{
    for (const auto &[phrase, edtf] :
         {std::pair("letzten Herbst", "2024-23"),
          std::pair("la semaine dernière", "[2025-03-10..2025-03-16]"),
          std::pair("прошлой осенью", "2024-23"), std::pair("минулої осені", "2024-23"),
          std::pair("지난 가을", "2024-23"), std::pair("last autumn", "2024-23")})
        QCOMPARE(best(QString::fromUtf8(phrase), {}), QString::fromLatin1(edtf));
}

void tst_phrase_languages::findsKoreanAmongEndings()
{
    const std::string text =
        "조선중앙통신은 지난 19일에 이같이 보도했다. 두 나라는 2024년 6월 19일부터 "
        "사흘간 회담했고 작년 가을에도 만났다.";
    PhraseContext context;
    context.reference = {2025, 3, 21};
    QStringList found;
    for (const DatePhrase &phrase : findDatePhrases(text, context))
        found << (phrase.readings.empty() ? QStringLiteral("-")
                                          : QString::fromStdString(phrase.readings[0].date.text()));
    const QStringList expected{QStringLiteral("2025-03-19"), QStringLiteral("2024-06-19/.."),
                               QStringLiteral("-"), QStringLiteral("2024-23")};
    QCOMPARE(found, expected);
}

QTEST_GUILESS_MAIN(tst_phrase_languages)
#include "tst_phrase_languages.moc"
