// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/model/anchor.h"
#include "app/model/reanchor.h"

using namespace dateline;

class tst_reanchor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatStandsAsBeforeIsKept();
    void otherSurroundingsAreAMove();
    void whatIsGoneOrDoubledIsLost();
};

namespace {

const std::string kOld = "He came on Friday and met the leader. They talked for two hours in all.";

Annotation annotationOf(const std::string &quote)
{
    Annotation annotation;
    annotation.id = {7};
    annotation.begin = static_cast<std::int64_t>(kOld.find(quote));
    annotation.end = annotation.begin + static_cast<std::int64_t>(quote.size());
    const Quote place = quoteAt(kOld, annotation.begin, annotation.end);
    annotation.exact = place.exact;
    annotation.prefix = place.prefix;
    annotation.suffix = place.suffix;
    return annotation;
}

AnchorMove moved(const std::string &quote, const std::string &text)
{
    const Annotation annotation = annotationOf(quote);
    const Annotation *const one[] = {&annotation};
    return reanchor(text, one).front();
}

}  // namespace

void tst_reanchor::whatStandsAsBeforeIsKept()
{
    const AnchorMove move = moved("two hours", "A longer beginning by far. " + kOld);
    QCOMPARE(move.fate, AnchorFate::Kept);
    QCOMPARE(move.annotation, AnnotationId{7});
    QCOMPARE(move.begin, static_cast<std::int64_t>(27 + kOld.find("two hours")));
    QCOMPARE(move.end - move.begin, std::int64_t(9));
}

void tst_reanchor::otherSurroundingsAreAMove()
{
    QCOMPARE(moved("Friday", "She left on Friday evening.").fate, AnchorFate::Moved);
}

void tst_reanchor::whatIsGoneOrDoubledIsLost()
{
    QCOMPARE(moved("Friday", "He came on Saturday.").fate, AnchorFate::Lost);
    QCOMPARE(moved("Friday", "Friday Friday").fate, AnchorFate::Lost);
}

QTEST_GUILESS_MAIN(tst_reanchor)
#include "tst_reanchor.moc"
