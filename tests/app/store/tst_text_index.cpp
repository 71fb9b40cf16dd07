// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include <QTest>

#include "app/edit/edits.h"
#include "app/edit/session.h"
#include "app/store/database.h"
#include "app/store/search_words.h"
#include "app/store/short_word_search.h"
#include "app/store/store_error.h"
#include "app/store/text_index.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

// "event2 actor3": the items found, in their order.
std::string found(const Session &session, std::string_view text, int limit = 50)
{
    std::string items;
    const auto hits = session.search(text, limit);
    if (!hits)
        return hits.error().detail;
    for (const SearchHit &hit : *hits) {
        items += items.empty() ? "" : " ";
        items += std::string(nameOf(hit.item.kind)) + std::to_string(hit.item.id);
    }
    return items;
}

std::string indexOf(Database &database)
{
    std::string text;
    Statement rows(database, "SELECT rowid, title, body FROM text_index ORDER BY rowid");
    while (rows.step()) {
        text += std::to_string(rows.integer(0)) + "|" + std::string(rows.text(1)) + "|" +
                std::string(rows.text(2)) + "\n";
    }
    return text;
}

std::string itemName(ItemRef item)
{
    return std::string(nameOf(item.kind)) + std::to_string(item.id);
}

}  // namespace

class tst_text_index : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_file = makeSampleFile(); }
    void findsPartsOfWordsInAnyScript_data();
    void findsPartsOfWordsInAnyScript();
    void severalWordsMustAllOccur();
    void titlesComeFirst();
    void shortWordsAreFoundAndNarrowLongOnes();
    void matchesAreAllThatHoldTheWords_data();
    void matchesAreAllThatHoldTheWords();
    void matchesOfManyRowsAreNotCutShort();
    void shortWordsOfALargeFileAreFoundInSteps_data();
    void shortWordsOfALargeFileAreFoundInSteps();
    void aSearchThatIsStoppedEnds();
    void bothWaysToWriteASyllableAreOne();
    void anyInputIsSafe_data();
    void anyInputIsSafe();
    void longSearchesAreQuickAndExact();
    void limitHolds();
    void ofManyHitsThoseInShortTitlesComeFirst();
    void excerptMarksTheWords();
    void excerptOfALongTextIsAWindow();
    void indexFollowsEveryEditAndItsUndo();
    void anEditThatLeavesTheWordsWritesNothing();
    void renamedOutletIsFoundAtItsSources();
    void emptyIndexIsMadeAnew();

private:
    SampleFile m_file;
};

void tst_text_index::findsPartsOfWordsInAnyScript_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("item");
    const auto row = [](const char *text, ItemRef item) {
        QTest::newRow(text) << QByteArray(text) << QByteArray::fromStdString(itemName(item));
    };
    row("treaty", m_file.treaty);
    row("TREATY", m_file.treaty);
    row("reat", m_file.treaty);
    row("evening", m_file.treaty);       // notes
    row("deploym", m_file.deployment);   // kind
    row("assessed", m_file.deployment);  // status
    row("Shoygu", m_file.shoigu);        // alias
    row("Шойгу", m_file.shoigu);
    row("ШОЙГУ", m_file.shoigu);
    row("ойг", m_file.shoigu);
    row("ой", m_file.shoigu);
    row("ОЙ", m_file.shoigu);
    row("조선민주", m_file.northKorea);
    row("인민", m_file.northKorea);  // two syllables
    row("국", m_file.northKorea);
    row("abbreviation", m_file.northKorea);
    row("corrected", m_file.correction);
    row("in April", m_file.correction);  // text
    row("stayed one day", m_file.remark);
    row("date of the visit", m_file.sentence);  // note
}

void tst_text_index::findsPartsOfWordsInAnyScript()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, item);
    const std::string items = " " + found(*m_file.session, text.toStdString()) + " ";
    QVERIFY2(items.find(" " + item.toStdString() + " ") != std::string::npos, items.c_str());
}

void tst_text_index::severalWordsMustAllOccur()
{
    QCOMPARE(found(*m_file.session, "Pyongyang evening"), itemName(m_file.treaty));
    QCOMPARE(found(*m_file.session, "evening Pyongyang"), itemName(m_file.treaty));
    QCOMPARE(found(*m_file.session, "Pyongyang nowhere"), std::string());
    QCOMPARE(found(*m_file.session, "  \t evening \n "), itemName(m_file.treaty));
    QCOMPARE(found(*m_file.session, ""), std::string());
    QCOMPARE(found(*m_file.session, "   "), std::string());
}

void tst_text_index::titlesComeFirst()
{
    const auto hits = m_file.session->search("visit", 50);
    QVERIFY(hits);
    QVERIFY(hits->size() >= 4);
    bool isBehindTitles = false;
    for (const SearchHit &hit : *hits) {
        const bool isTitle = hit.title.find("isit") != std::string::npos;
        QVERIFY(!(isBehindTitles && isTitle));
        isBehindTitles = !isTitle;
    }
    QVERIFY(isBehindTitles);
}

void tst_text_index::shortWordsAreFoundAndNarrowLongOnes()
{
    QCOMPARE(found(*m_file.session, "in Pyongyang evening"), itemName(m_file.treaty));
    QCOMPARE(found(*m_file.session, "НД"), itemName(m_file.northKorea));
    QCOMPARE(found(*m_file.session, "нд"), itemName(m_file.northKorea));
    QCOMPARE(found(*m_file.session, "КНДР 조선"), itemName(m_file.northKorea));
    QCOMPARE(found(*m_file.session, "КНДР 조자"), std::string());
    QCOMPARE(found(*m_file.session, "조 선"), itemName(m_file.northKorea));
}

void tst_text_index::matchesAreAllThatHoldTheWords_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"visit", "Pyongyang", "Pyongyang evening", "evening Pyongyang", "조선",
                             "국", "ой", "in Pyongyang evening", "КНДР 조자", "nowhere", "", "  "})
        QTest::newRow(text) << QByteArray(text);
}

// The same items as a search that may list them all, in another order.
void tst_text_index::matchesAreAllThatHoldTheWords()
{
    QFETCH(QByteArray, text);
    const auto hits = m_file.session->search(text.toStdString(), 10'000);
    const auto items = m_file.session->matches(text.toStdString());
    QVERIFY(hits && items);
    std::set<ItemRef> searched;
    for (const SearchHit &hit : *hits)
        searched.insert(hit.item);
    QCOMPARE(std::set<ItemRef>(items->begin(), items->end()), searched);
    QCOMPARE(items->size(), searched.size());
}

void tst_text_index::matchesOfManyRowsAreNotCutShort()
{
    SampleFile file = makeSampleFile();
    constexpr std::size_t kMany = 3'000;
    const auto added = file.session->perform("Add events", [](Stores &stores) {
        for (std::size_t i = 0; i < kMany; ++i) {
            Event event;
            event.title = "Exercise " + std::to_string(i);
            addEvent(stores, event);
        }
    });
    QVERIFY(added);
    QCOMPARE(file.session->matches("exercise")->size(), kMany);
    QCOMPARE(file.session->matches("ercise 2999")->size(), std::size_t{1});

    Database database(file.path, Database::Mode::Read);
    const TextIndex index(database);
    int asked = 0;
    QVERIFY_THROWS_EXCEPTION(StoreError, index.matches("exercise", [&] { return ++asked > 2; }));
    QCOMPARE(index.matches("exercise", [] { return false; }).size(), kMany);
    // Two parts are the whole; short words alone are looked for row by row.
    const std::int64_t half = index.lastRow() / 2;
    for (const char *words : {"exercise", "ex", "9 exercise"}) {
        std::vector<ItemRef> parts = index.matches(words, {}, {.last = half});
        QVERIFY(!parts.empty());
        const std::vector<ItemRef> others = index.matches(words, {}, {.first = half + 1});
        QVERIFY(!others.empty());
        parts.insert(parts.end(), others.begin(), others.end());
        QCOMPARE(parts, index.matches(words));
    }
}

// In titles, in names, in notes (by the trigrams), at the very end of a text (row by row).
void tst_text_index::shortWordsOfALargeFileAreFoundInSteps_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("item");
    const auto row = [](const char *word, ItemRef item) {
        QTest::newRow(word) << QByteArray(word) << QByteArray::fromStdString(itemName(item));
    };
    row("Tr", m_file.treaty);
    row("КН", m_file.northKorea);
    row("국", m_file.northKorea);
    row("ev", m_file.treaty);  // notes
    row("ОЙ", m_file.shoigu);  // an alias
}

void tst_text_index::shortWordsOfALargeFileAreFoundInSteps()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, item);
    Database database(m_file.path, Database::Mode::Read);
    const std::vector<SearchWord> words = searchWords(word.toStdString());
    const auto itemsOf = [](const std::vector<SearchHit> &hits) {
        std::set<std::string> items;
        for (const SearchHit &hit : hits)
            items.insert(itemName(hit.item));
        return items;
    };
    std::vector<std::set<std::string>> told;
    const SnapshotPointer snapshot = m_file.session->snapshot();
    const std::vector<SearchHit> hits = searchShortWords(
        {database,
         words,
         50,
         *snapshot,
         [&](const std::vector<SearchHit> &some) { told.push_back(itemsOf(some)); },
         {}});
    // All that a look at each row finds, and what was told before is part of it.
    QCOMPARE(itemsOf(hits), itemsOf(searchRowByRow(database, words, 50)));
    QCOMPARE(told.size(), std::size_t{2});
    for (const std::set<std::string> &some : told) {
        const std::set<std::string> all = itemsOf(hits);
        QVERIFY(std::includes(all.begin(), all.end(), some.begin(), some.end()));
    }
    QVERIFY2(told.front().contains(item.toStdString()), word.constData());
    // As many as are asked for end the search.
    QCOMPARE(searchShortWords({database, words, 1, *snapshot, {}, {}}).size(), std::size_t{1});
}

void tst_text_index::aSearchThatIsStoppedEnds()
{
    Database database(m_file.path, Database::Mode::Read);
    const std::vector<SearchWord> words = searchWords("qz");
    const SnapshotPointer snapshot = m_file.session->snapshot();
    QVERIFY_THROWS_EXCEPTION(
        StoreError, searchShortWords({database, words, 50, *snapshot, {}, [] { return true; }}));
}

void tst_text_index::bothWaysToWriteASyllableAreOne()
{
    const std::string decomposed = "\u110C\u1169\u1109\u1165\u11AB";  // 조선 as jamo
    QCOMPARE(composed(decomposed), std::string("조선"));
    QCOMPARE(found(*m_file.session, decomposed), itemName(m_file.northKorea));
    TemporaryFolder folder;
    const auto session = makeEmptyFile(folder / "a");
    QVERIFY(session->perform("Add", [&](Stores &stores) {
        Event event;
        event.title = "Cafe\u0301 " + decomposed;
        stores.events.put(event);
    }));
    QCOMPARE(found(*session, "조선"), std::string("event1"));
    QCOMPARE(found(*session, "CAFÉ"), std::string("event1"));
}

void tst_text_index::anyInputIsSafe_data()
{
    QTest::addColumn<QByteArray>("text");
    const QList<QByteArray> texts{"\"",
                                  "\"\"\"\"",
                                  "a\"b\"c",
                                  "'",
                                  "treaty'; --",
                                  "treaty OR visit",
                                  "NOT treaty",
                                  "title:treaty",
                                  "{title} : treaty",
                                  "treaty*",
                                  "^treaty",
                                  "NEAR(treaty visit)",
                                  "(treaty",
                                  "treaty)",
                                  "treaty + visit",
                                  "-treaty",
                                  "%%%",
                                  "___",
                                  "\\",
                                  QByteArray("a\0b", 3),
                                  "\xff\xfe\xfd",
                                  "\xed\xa0\x80",
                                  QByteArray(100'000, 'x'),
                                  QByteArray("x ").repeated(500),
                                  QByteArray("\"\0\"\"", 4),
                                  "\xf0\x9f\x8e\x89",
                                  "\x01\x02"};
    for (const QByteArray &text : texts)
        QTest::newRow(text.left(20).toPercentEncoding().constData()) << text;
}

void tst_text_index::anyInputIsSafe()
{
    QFETCH(QByteArray, text);
    const auto hits = m_file.session->search(text.toStdString(), 10);
    QVERIFY2(hits, hits ? "" : hits.error().detail.c_str());
    // The words of FTS5's own language are words like others here.
    if (text == "treaty OR visit" || text == "title:treaty" || text == "treaty*")
        QVERIFY(hits->empty());
}

void tst_text_index::longSearchesAreQuickAndExact()
{
    TemporaryFolder folder;
    const auto session = makeEmptyFile(folder / "a");
    std::string many;
    for (int i = 0; i < 300; ++i)
        many += "word" + std::to_string(i) + " ";
    QVERIFY(session->perform("Add", [&](Stores &stores) {
        Event event;
        event.title = std::string(20'000, 'x') + "End";
        event.notes = many;
        stores.events.put(event);
    }));
    const std::string xs(10'000, 'X');
    QCOMPARE(found(*session, xs), std::string("event1"));
    QCOMPARE(found(*session, xs + "END"), std::string("event1"));
    QCOMPARE(found(*session, xs + "ENT"), std::string());
    QCOMPARE(found(*session, many), std::string("event1"));
    QCOMPARE(found(*session, many + "word300"), std::string());
    QVERIFY(matchExpression(searchWords(many + xs)).size() < 5'000);
    QVERIFY(matchExpression(searchWords(xs + many)).size() < 5'000);
    QCOMPARE(searchWords("one ONE One").size(), std::size_t{1});
}

void tst_text_index::limitHolds()
{
    QCOMPARE(m_file.session->search("visit", 2)->size(), std::size_t{2});
    QCOMPARE(m_file.session->search("vi", 2)->size(), std::size_t{2});
    QCOMPARE(m_file.session->search("visit", 0)->size(), std::size_t{0});
    QCOMPARE(m_file.session->search("visit", -1)->size(), std::size_t{0});
}

void tst_text_index::ofManyHitsThoseInShortTitlesComeFirst()
{
    const SampleFile file = makeSampleFile();
    EventId inLongTitle;
    EventId inShortTitle;
    QVERIFY(file.session->perform("Add", [&](Stores &stores) {
        Event event;
        event.title = "A note of other matters";
        event.notes = "The quarrel went on.";
        for (int i = 0; i < 3; ++i)
            addEvent(stores, event);
        Event named;
        named.title = "All that was ever said about the quarrel";
        inLongTitle = addEvent(stores, named);
        named.title = "Quarrel";
        inShortTitle = addEvent(stores, named);
        for (int i = 0; i < 100; ++i)
            addEvent(stores, event);
    }));
    QCOMPARE(found(*file.session, "quarrel", 2),
             itemName(inShortTitle) + " " + itemName(inLongTitle));
    QCOMPARE(file.session->search("quarrel", 200)->size(), std::size_t{105});
    const auto both = file.session->search("quarrel of other matters", 2);
    QVERIFY2(both, both ? "" : both.error().detail.c_str());
    QCOMPARE(both->size(), std::size_t{2});
}

void tst_text_index::excerptMarksTheWords()
{
    const auto evening = m_file.session->search("EVENING", 1);
    QCOMPARE(evening->at(0).title, std::string("Treaty signed in Pyongyang"));
    QVERIFY2(evening->at(0).excerpt.find("Signed in the \1evening\2") != std::string::npos,
             evening->at(0).excerpt.c_str());
    QCOMPARE(m_file.session->search("rumour", 1)->at(0).excerpt, std::string("A \1rumour\2"));
    const auto alias = m_file.session->search("шойг", 1);
    QVERIFY(alias->at(0).excerpt.find("Сергей \1Шойг\2у") != std::string::npos);
}

void tst_text_index::excerptOfALongTextIsAWindow()
{
    std::string text;
    for (int i = 0; i < 1000; ++i)
        text += "слово" + std::to_string(i) + "\n\t";
    const auto words = searchWords("слово500 слово501");
    const std::string excerpt = excerptOf(text, words);
    QVERIFY(excerpt.find("\1слово500\2 \1слово501\2") != std::string::npos);
    QVERIFY(excerpt.starts_with("…"));
    QVERIFY(excerpt.ends_with("…"));
    QVERIFY(QString::fromStdString(excerpt).size() < 200);
    QCOMPARE(excerptOf(text, searchWords("nothing")), std::string());
    QCOMPARE(excerptOf("\1\2one\2", searchWords("one")), std::string("\1one\2"));
}

void tst_text_index::indexFollowsEveryEditAndItsUndo()
{
    SampleFile file = makeSampleFile();
    Database database(file.path, Database::Mode::Read);
    const auto rebuilt = [&] {
        TemporaryFolder folder;
        QVERIFY(file.session->saveCopy(folder / "copy"));
        Database copy(folder / "copy", Database::Mode::Write);
        TextIndex(copy).rebuild();
        QCOMPARE(indexOf(database), indexOf(copy));
    };
    const std::string before = indexOf(database);
    rebuilt();
    QVERIFY(file.session->perform("Change all", [&](Stores &stores) {
        Event event = *stores.events.find(file.visit);
        event.notes = "Уточнено";
        stores.events.put(event);
        Actor actor = *stores.actors.find(file.shoigu);
        actor.aliases.pop_back();
        actor.aliases.push_back({{}, {}, "쇼이구", "ko"});
        stores.actors.put(actor);
        stores.events.remove(file.rumour);
        stores.annotations.remove(file.remark);
    }));
    rebuilt();
    QCOMPARE(found(*file.session, "쇼이구"), itemName(file.shoigu));
    QCOMPARE(found(*file.session, "уточнен"), itemName(file.visit));
    QCOMPARE(found(*file.session, "rumour"), std::string());
    QCOMPARE(found(*file.session, "Shoygu"), std::string());
    QVERIFY(file.session->undo());
    QCOMPARE(indexOf(database), before);
    QVERIFY(file.session->undo());
    QCOMPARE(indexOf(database), std::string());
    QVERIFY(file.session->redo());
    QCOMPARE(indexOf(database), before);
}

void tst_text_index::anEditThatLeavesTheWordsWritesNothing()
{
    SampleFile file = makeSampleFile();
    Database database(file.path, Database::Mode::Read);
    const auto segments = [&database] {
        return database.text("SELECT group_concat(id || ' ' || hex(block)) FROM text_index_data");
    };
    const auto change = [&file](const std::function<void(Event &)> &edit) {
        QVERIFY(file.session->perform("Change", [&](Stores &stores) {
            Event event = *stores.events.find(file.visit);
            edit(event);
            stores.events.put(event);
        }));
    };
    const std::string before = segments();
    change([](Event &event) { event.when = *Edtf::parse("2019-04-26"); });
    QCOMPARE(segments(), before);
    change([](Event &event) { event.place = "Russky Island"; });
    QVERIFY(segments() != before);
}

void tst_text_index::renamedOutletIsFoundAtItsSources()
{
    SampleFile file = makeSampleFile();
    QVERIFY(file.session->perform("Rename", [&](Stores &stores) {
        Actor outlet = *stores.actors.find(file.interfax);
        outlet.name = "Zeitung";
        stores.actors.put(outlet);
    }));
    const std::string items = " " + found(*file.session, "Zeitung") + " ";
    QVERIFY(items.find(itemName(file.report)) != std::string::npos);
    QVERIFY(items.find(itemName(file.interfax)) != std::string::npos);
    QCOMPARE(found(*file.session, "Interfax"), std::string());
}

void tst_text_index::emptyIndexIsMadeAnew()
{
    SampleFile file = makeSampleFile();
    file.session.reset();
    Database{file.path, Database::Mode::Write}.execute("DELETE FROM text_index");
    file.reopen();
    QCOMPARE(found(*file.session, "treaty"), std::string());
    QVERIFY(file.session->perform("Any edit",
                                  [&](Stores &stores) { stores.events.remove(file.rumour); }));
    QCOMPARE(found(*file.session, "treaty"), itemName(file.treaty));
}

QTEST_GUILESS_MAIN(tst_text_index)
#include "tst_text_index.moc"
