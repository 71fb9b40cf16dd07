// SPDX-License-Identifier: GPL-3.0-or-later
// What the edits of sources and annotations work out by themselves.
#include <QTest>

#include "app/edit/edits.h"
#include "tests/support/sample_file.h"

using namespace dateline;

namespace {

constexpr std::string_view kText = "김정은은 금요일에 쇼이구를 만났다. 김정은은 웃었다.";

}  // namespace

class tst_edits_sources : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void hashIsOfTheBytesAndLengthOfTheText();
    void whatIsGivenForHashAndLengthDoesNotCount();
    void textAndHashOutliveAChange();
    void quoteAndContextAreReadFromTheText();
    void aQuoteFindsItsPlace();
    void contextChoosesThePlace();
    void aNoteChangesWithoutThePlace();
    void aMovedAnnotationReadsItsQuoteAgain();
    void aNewVersionTakesAnnotationsAndClaimsAlong();
    void onlyAnnotationsOfTheOldVersionMove();
    void newRowsNeverReplaceOldOnes();

private:
    template <typename Edit>
    void perform(const Edit &edit)
    {
        const auto done = m_file.session->perform("Edit", edit);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
    }
    // Adds the annotation and gives it back as it stands in the file.
    Annotation added(Annotation annotation)
    {
        annotation.source = m_source;
        AnnotationId id;
        perform([&](Stores &edited) { id = addAnnotation(edited, annotation); });
        return m_file.session->stores().annotations.find(id).value_or(Annotation());
    }
    const Stores &stores() const { return m_file.session->stores(); }

    SampleFile m_file;
    SourceId m_source;
};

void tst_edits_sources::init()
{
    m_file = makeSampleFile();
    perform([this](Stores &edited) {
        Source source;
        source.title = "title";
        source.mediaType = "";
        m_source = addSource(edited, source, kText, "abc");
    });
}

void tst_edits_sources::hashIsOfTheBytesAndLengthOfTheText()
{
    const std::optional<Source> source = stores().sources.find(m_source);
    QVERIFY(source);
    QCOMPARE(QByteArray::fromStdString(source->sha256),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(source->length, std::int64_t(29));
    QCOMPARE(source->mediaType, std::string("text/plain"));
    QCOMPARE(stores().sources.text(m_source), std::string(kText));
    QCOMPARE(stores().sources.bytes(m_source), std::string("abc"));
}

void tst_edits_sources::whatIsGivenForHashAndLengthDoesNotCount()
{
    SourceId id;
    perform([&](Stores &edited) {
        Source source;
        source.title = "title";
        source.sha256 = "made up";
        source.length = 99;
        id = addSource(edited, source, "", "");
    });
    QCOMPARE(QByteArray::fromStdString(stores().sources.find(id)->sha256),
             QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    QCOMPARE(stores().sources.find(id)->length, std::int64_t(0));
}

void tst_edits_sources::textAndHashOutliveAChange()
{
    Source source = *stores().sources.find(m_source);
    const std::string hash = source.sha256;
    source.title = "changed";
    source.sha256 = "made up";
    source.length = 1;
    perform([&](Stores &edited) { changeSource(edited, source); });
    QCOMPARE(stores().sources.find(m_source)->title, std::string("changed"));
    QCOMPARE(stores().sources.find(m_source)->sha256, hash);
    QCOMPARE(stores().sources.find(m_source)->length, std::int64_t(29));
}

void tst_edits_sources::quoteAndContextAreReadFromTheText()
{
    Annotation given;
    given.begin = 5;
    given.end = 9;
    given.exact = "made up";
    given.prefix = "made up";
    const Annotation row = added(given);
    QCOMPARE(row.exact, std::string("금요일에"));
    QCOMPARE(row.prefix, std::string("김정은은 "));
    QCOMPARE(row.suffix, std::string(" 쇼이구를 만났다. 김정은은 웃었다."));
}

void tst_edits_sources::aQuoteFindsItsPlace()
{
    Annotation given;
    given.exact = "쇼이구를";
    const Annotation row = added(given);
    QCOMPARE(row.begin, std::int64_t(10));
    QCOMPARE(row.end, std::int64_t(14));
    QCOMPARE(row.prefix, std::string("김정은은 금요일에 "));
}

void tst_edits_sources::contextChoosesThePlace()
{
    Annotation given;
    given.exact = "김정은";
    given.prefix = "만났다. ";
    given.suffix = "은 웃었다";
    QCOMPARE(added(given).begin, std::int64_t(20));
    given.prefix = "";
    given.suffix = "은 금";
    QCOMPARE(added(given).begin, std::int64_t(0));
}

void tst_edits_sources::aNoteChangesWithoutThePlace()
{
    Annotation row = *stores().annotations.find(m_file.sentence);
    const Annotation before = row;
    row.note = "заметка";
    row.exact = "made up";
    perform([&](Stores &edited) { changeAnnotation(edited, row); });
    row.exact = before.exact;
    QCOMPARE(stores().annotations.find(m_file.sentence), std::optional(row));
}

void tst_edits_sources::aMovedAnnotationReadsItsQuoteAgain()
{
    Annotation row = *stores().annotations.find(m_file.sentence);
    row.begin = 3;
    row.end = 9;
    perform([&](Stores &edited) { changeAnnotation(edited, row); });
    const Annotation moved = *stores().annotations.find(m_file.sentence);
    QCOMPARE(moved.exact, std::string("Shoigu"));
    QCOMPARE(moved.prefix, std::string("Mr "));
    QCOMPARE(moved.suffix, std::string(" arrived in March. He stayed one"));
}

void tst_edits_sources::aNewVersionTakesAnnotationsAndClaimsAlong()
{
    Source newer;
    newer.title = "A later version";
    newer.supersedes = m_file.report;
    SourceId id;
    perform([&](Stores &edited) {
        const std::vector<AnchorMove> moves{{m_file.sentence, AnchorFate::Moved, 6, 13},
                                            {m_file.remark, AnchorFate::Lost, 0, 0}};
        id = supersedeSource(edited, newer, "He is said to be there.", "bytes", moves);
    });
    const Annotation moved = *stores().annotations.find(m_file.sentence);
    QCOMPARE(moved.source, id);
    QCOMPARE(moved.exact, std::string("said to"));
    QCOMPARE(stores().claims.find(m_file.visitInMarch)->source, id);
    QCOMPARE(stores().annotations.find(m_file.remark)->source, m_file.report);
    QCOMPARE(stores().sources.find(id)->supersedes, m_file.report);
}

void tst_edits_sources::onlyAnnotationsOfTheOldVersionMove()
{
    Source newer;
    newer.title = "A later version";
    newer.supersedes = m_source;
    const auto done = m_file.session->perform("Edit", [&](Stores &edited) {
        const std::vector<AnchorMove> moves{{m_file.sentence, AnchorFate::Kept, 0, 2}};
        supersedeSource(edited, newer, "Words", "bytes", moves);
    });
    QVERIFY(!done);
    QCOMPARE(stores().annotations.find(m_file.sentence)->source, m_file.report);
}

void tst_edits_sources::newRowsNeverReplaceOldOnes()
{
    // A row that was read and is added again carries the id of the one that it came from.
    const Event event = *stores().events.find(m_file.treaty);
    const Actor actor = *stores().actors.find(m_file.shoigu);
    const Claim claim = *stores().claims.find(m_file.visitInMarch);
    EventId newEvent;
    ActorId newActor;
    ClaimId newClaim;
    perform([&](Stores &edited) {
        newEvent = addEvent(edited, event);
        newActor = addActor(edited, actor);
        newClaim = addClaim(edited, claim);
    });
    QVERIFY(newEvent != m_file.treaty);
    QVERIFY(newActor != m_file.shoigu);
    QVERIFY(newClaim != m_file.visitInMarch);
    QCOMPARE(stores().events.find(m_file.treaty), std::optional(event));
    QCOMPARE(stores().actors.find(m_file.shoigu), std::optional(actor));
    QCOMPARE(stores().actors.find(newActor)->aliases.size(), actor.aliases.size());
}

QTEST_GUILESS_MAIN(tst_edits_sources)
#include "tst_edits_sources.moc"
