// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "ui/bridge/error_text.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

constexpr ErrorCode kCodes[] = {
    ErrorCode::NotFound, ErrorCode::NotReadable, ErrorCode::NotWritable, ErrorCode::InUse,
    ErrorCode::ReadOnly, ErrorCode::ForeignFile, ErrorCode::DamagedFile, ErrorCode::NewerFile,
    ErrorCode::Refused,  ErrorCode::BadInput,    ErrorCode::Conflict,    ErrorCode::Cancelled,
    ErrorCode::Internal};

}  // namespace

class tst_error_text : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hasASentenceForEachCode();
    void namesTheDetailOfWhatFailed();
    void leavesPercentSignsOfTheDetailAlone();
};

void tst_error_text::hasASentenceForEachCode()
{
    QSet<QString> sentences;
    for (const ErrorCode code : kCodes) {
        const QString sentence = errorText({code, "detail"});
        QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
        QVERIFY2(!sentence.contains(QLatin1String("  ")), qPrintable(sentence));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), qsizetype(std::size(kCodes)));
}

void tst_error_text::namesTheDetailOfWhatFailed()
{
    for (const ErrorCode code : kCodes) {
        const QString sentence = errorText({code, "김정은.dateline"});
        QVERIFY2(code == ErrorCode::Cancelled || sentence.contains(u"김정은.dateline"_qs),
                 qPrintable(sentence));
    }
}

void tst_error_text::leavesPercentSignsOfTheDetailAlone()
{
    QVERIFY(errorText({ErrorCode::NotWritable, "/a%1%20b"}).contains(u"/a%1%20b"_qs));
}

QTEST_GUILESS_MAIN(tst_error_text)
#include "tst_error_text.moc"
