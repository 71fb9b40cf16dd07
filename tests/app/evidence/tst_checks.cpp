// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <map>

#include "app/base/sha256.h"
#include "app/evidence/checks.h"
#include "tests/support/snapshot_of.h"

using namespace dateline;
using namespace dateline::test;

namespace {

constexpr std::string_view kText = "김정은 met Шойгу. Kim left.";

}  // namespace

class tst_checks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void aSoundProjectHasNoFindings();
    void changedBytesAreFound();
    void changedTextIsFound();
    void aQuoteThatMovedIsFoundWithItsNewPlace();
    void aQuoteThatIsGoneIsFound();
    void aPlaceOutsideTheTextIsFound();
    void aClaimAboutNothingThereIsFound();
    void aClaimOnWordsOfAnotherSourceIsFound();
    void aTagOnNothingIsFound();
    void aPreferenceForAnotherFieldIsFound();
    void disputesAreFoundWithTheirClaims();
    void aDateThatNoClaimAllowsIsFound();
    void aReportFromBeforeTheEventIsFound();
    void whatMustBeMendedComesFirst();

private:
    std::vector<Finding> findings() const
    {
        return check(*m_rows.build(), [this](SourceId id) { return m_documents.at(id); });
    }
    // "severity code: sentence", one a line.
    QByteArray report() const
    {
        QByteArrayList lines;
        for (const Finding &finding : findings()) {
            lines << QByteArray::fromStdString(std::string(nameOf(finding.severity)) + ' ' +
                                               finding.code + ": " + finding.sentence);
        }
        return lines.join('\n');
    }
    SourceId source(std::string_view published = {})
    {
        Source row;
        row.title = "article";
        row.published = edtf(published);
        row.sha256 = sha256Hex("bytes");
        row.length = 24;
        const SourceId id = m_rows.source(row);
        m_documents[id] = {std::string(kText), "bytes"};
        return id;
    }
    AnnotationId annotation(std::int64_t begin, std::int64_t end, std::string exact)
    {
        Annotation row;
        row.source = m_source;
        row.begin = begin;
        row.end = end;
        row.exact = std::move(exact);
        return m_rows.annotation(row);
    }

    SnapshotOf m_rows;
    std::map<SourceId, Document> m_documents;
    SourceId m_source;
    EventId m_event;
};

void tst_checks::init()
{
    m_rows = SnapshotOf();
    m_documents.clear();
    m_source = source("2025-03-21");
    m_event = m_rows.event("meeting", "2025-03-21");
}

void tst_checks::aSoundProjectHasNoFindings()
{
    const AnnotationId words = annotation(8, 13, "Шойгу");
    annotation(0, 3, "김정은");
    annotation(0, 13, "김정은 met Шойгу");
    Claim claim;
    claim.source = m_source;
    claim.annotation = words;
    claim.about = m_event;
    claim.field = "date";
    claim.value = "2025-03";
    claim.status = "took place";
    const ClaimId preferred = m_rows.claim(claim);
    m_rows.claim(Claim{{}, {}, m_source});
    m_rows.decision({m_event, "date", preferred, ""});
    m_rows.tag(m_event, "tag");
    QCOMPARE(report(), QByteArray());
}

void tst_checks::changedBytesAreFound()
{
    m_documents[m_source].bytes = "Bytes";
    QCOMPARE(report(), QByteArray("must hash_mismatch: The source \"article\" no longer has the "
                                  "bytes that were taken in."));
    QCOMPARE(findings()[0].items, std::vector<ItemRef>{m_source});
}

void tst_checks::changedTextIsFound()
{
    m_documents[m_source].text += "!";
    QCOMPARE(report(), QByteArray("must length_mismatch: The source \"article\" no longer has the "
                                  "text that was taken in."));
    m_documents[m_source].text = std::string(24, '\xFF');
    QVERIFY(report().startsWith("must length_mismatch"));
}

void tst_checks::aQuoteThatMovedIsFoundWithItsNewPlace()
{
    const AnnotationId id = annotation(7, 12, "Шойгу");
    QCOMPARE(report(), QByteArray("must quote_lost: The quote \"Шойгу\" does not stand at 7 to 12; "
                                  "it stands at 8 to 13."));
    QCOMPARE(findings()[0].items, (std::vector<ItemRef>{id, m_source}));
}

void tst_checks::aQuoteThatIsGoneIsFound()
{
    annotation(15, 18, "Kim");
    annotation(0, 5, "Putin");
    QCOMPARE(report(), QByteArray("must quote_lost: The quote \"Putin\" does not stand at 0 to 5, "
                                  "nor at any one other place."));
}

void tst_checks::aPlaceOutsideTheTextIsFound()
{
    annotation(30, 33, "Kim");
    annotation(20, 40, "left.");
    annotation(-3, 2, "김정");
    annotation(9, 4, "");
    QCOMPARE(findings().size(), std::size_t(4));
}

void tst_checks::aClaimAboutNothingThereIsFound()
{
    const ClaimId id = m_rows.claim(m_source, EventId{99}, "date", "2025");
    m_rows.claim(m_source, RelationId{7}, "", "");
    m_rows.claim(m_source, m_source, "", "");
    QCOMPARE(report(),
             QByteArray("must about_missing: The claim 1 is about event 99, which is not there.\n"
                        "must about_missing: The claim 2 is about relation 7, which is not "
                        "there."));
    QCOMPARE(findings()[0].items, std::vector<ItemRef>{id});
}

void tst_checks::aClaimOnWordsOfAnotherSourceIsFound()
{
    Claim claim;
    claim.annotation = annotation(0, 3, "김정은");
    claim.source = source();
    const ClaimId id = m_rows.claim(claim);
    QCOMPARE(report(), QByteArray("must annotation_elsewhere: The claim 1 rests on words of "
                                  "another source than its own."));
    QCOMPARE(findings()[0].items, (std::vector<ItemRef>{id, claim.annotation}));
}

void tst_checks::aTagOnNothingIsFound()
{
    m_rows.tag(ActorId{5}, "leader");
    QCOMPARE(report(), QByteArray("must tag_on_missing: The tag \"leader\" is on actor 5, which "
                                  "is not there."));
}

void tst_checks::aPreferenceForAnotherFieldIsFound()
{
    const ClaimId claim = m_rows.claim(m_source, m_event, "date", "2025");
    m_rows.decision({m_event, "date", claim, ""});
    m_rows.decision({m_event, "place", claim, ""});
    m_rows.decision({m_event, "status", ClaimId{99}, ""});
    const std::vector<Finding> found = findings();
    QCOMPARE(found.size(), std::size_t(2));
    for (const Finding &finding : found)
        QCOMPARE(finding.code, std::string("preference_lost"));
    QCOMPARE(found[0].items, (std::vector<ItemRef>{m_event, claim}));
}

void tst_checks::disputesAreFoundWithTheirClaims()
{
    const SourceId other = source("2025-03-22");
    const ClaimId one = m_rows.claim(m_source, m_event, "status", "took place");
    const ClaimId two = m_rows.claim(other, m_event, "status", "expected");
    QCOMPARE(report(),
             QByteArray("may disputed: The event \"meeting\" is disputed in its field \"status\": "
                        "One claim says \"took place\", another \"expected\"."));
    QCOMPARE(findings()[0].items, (std::vector<ItemRef>{m_event, one, two}));
}

void tst_checks::aDateThatNoClaimAllowsIsFound()
{
    const ClaimId claim = m_rows.claim(m_source, m_event, "date", "2025-02");
    m_rows.claim(m_source, m_event, "date", "no date");
    QCOMPARE(report(), QByteArray("may date_unsupported: The event \"meeting\" is dated "
                                  "2025-03-21, which none of its claims allows."));
    QCOMPARE(findings()[0].items, (std::vector<ItemRef>{m_event, claim}));
    m_rows.claim(m_source, m_event, "date", "2025-02/2025-04");
    QVERIFY(!report().contains("date_unsupported"));
}

void tst_checks::aReportFromBeforeTheEventIsFound()
{
    const SourceId early = source("2025-03-20");
    m_rows.claim(early, m_event, "status", "expected");
    m_rows.claim(early, m_event, "place", "Pyongyang");
    m_rows.claim(m_source, m_event, "status", "took place");  // on the same day
    QCOMPARE(report(), QByteArray());
    const ClaimId claim = m_rows.claim(early, m_event, "place", "Pyongyang", "took place");
    QCOMPARE(report(),
             QByteArray("must report_before_event: The source \"article\" tells on 2025-03-20 of "
                        "\"meeting\" as having happened, which is dated 2025-03-21."));
    QCOMPARE(findings()[0].items, (std::vector<ItemRef>{claim, m_event, early}));
}

void tst_checks::whatMustBeMendedComesFirst()
{
    m_rows.claim(m_source, m_event, "date", "2024");
    annotation(0, 3, "Kim");
    m_rows.tag(ActorId{5}, "leader");
    const std::vector<Finding> found = findings();
    QCOMPARE(found.size(), std::size_t(3));
    QCOMPARE(found[0].severity, Severity::Must);
    QCOMPARE(found[1].severity, Severity::Must);
    QCOMPARE(found[2].severity, Severity::May);
}

QTEST_GUILESS_MAIN(tst_checks)
#include "tst_checks.moc"
