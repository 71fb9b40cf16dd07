// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/suggestions/reprints.h"

using namespace dateline;

class tst_reprints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCopyIsWholeWhateverItsLettersAndBreaks();
    void aPassageIsAShare();
    void otherTextsShareNothing();
    void fewWordsProveNothing();
};

namespace {

const std::string kText =
    "The envoy arrived in the capital on the second day of the week and was received at the "
    "airport by the minister, who said that both sides would go on with what they had agreed.";
const std::string kOther =
    "Quite another thing happened elsewhere, in a town near the sea where nobody had ever heard "
    "of envoys, ministers or agreements, and where the harvest was all that people talked about.";

}  // namespace

void tst_reprints::aCopyIsWholeWhateverItsLettersAndBreaks()
{
    std::string copy = kText;
    for (char &letter : copy) {
        if (letter == ' ' && &letter - copy.data() > 60)
            letter = '\n';
        letter = letter == 'T' ? 't' : letter;
    }
    QCOMPARE(Shingles(copy).sharedWith(Shingles(kText)), 1.0);
}

void tst_reprints::aPassageIsAShare()
{
    const Shingles whole(kText + " " + kOther);
    QCOMPARE(Shingles(kText).sharedWith(whole), 1.0);
    const double share = whole.sharedWith(Shingles(kText));
    QVERIFY(share > 0.35 && share < 0.65);
}

void tst_reprints::otherTextsShareNothing()
{
    QCOMPARE(Shingles(kText).sharedWith(Shingles(kOther)), 0.0);
}

void tst_reprints::fewWordsProveNothing()
{
    QCOMPARE(Shingles("the envoy arrived").sharedWith(Shingles("the envoy arrived")), 0.0);
}

QTEST_GUILESS_MAIN(tst_reprints)
#include "tst_reprints.moc"
