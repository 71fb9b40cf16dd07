// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of seven libraries, from a folder of data that is no part of this repository: without
// it the test skips itself. Where the libraries quarrel, docs/dates.md has what we do and why.
#include <QFile>
#include <QTest>

#include "app/model/civil_date.h"
#include "app/model/edtf.h"

using namespace dateline;

namespace {

struct Vector {
    std::string text;
    bool isValid = false;
    QString level;
    int scope = 2;
    QString lower;
    QString upper;
    QString uncertain;
    QString approximate;
    QString disputed;
    QString source;
};

// Rows where we side with the other libraries and the text of the standard. A row that agrees with
// us after all is reported, so that this list stays true.
struct Quarrel {
    const char *text;
    const char *source;
};

constexpr Quarrel kValidityQuarrels[] = {
    {"..", "go-edtf"},               // no date in it
    {"Y1700", "go-edtf"},            // Y is for more than four digits
    {"2012-21/2012-22", "edtf.js"},  // seasons in an interval, which others accept
};

constexpr Quarrel kBoundsQuarrels[] = {
    {"1953S2", "python-edtf"},  // the estimate, not what it can be
    {"Y3388E2S3", "python-edtf"},
    {"/2006", "python-edtf"},  // ten years made up for an unknown end
    {"1984-06-02?/", "python-edtf"},
    {"2010-30", "ProfessionalWiki-EDTF"},  // southern summer in June
    {"2010-31", "ProfessionalWiki-EDTF"},
};

template <std::size_t size>
bool isListed(const Quarrel (&list)[size], const Vector &row)
{
    for (const Quarrel &quarrel : list) {
        if (row.text == quarrel.text && row.source == QLatin1String(quarrel.source))
            return true;
    }
    return false;
}

QString dataFolder()
{
    return qEnvironmentVariable("DATELINE_SHARED_DATA",
                                QStringLiteral(DATELINE_SOURCE_DIR "/../shared/data"));
}

std::vector<Vector> readVectors(const QString &path)
{
    QFile file(path);
    std::vector<Vector> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    file.readLine();
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() < 12)
            continue;
        const QByteArray &scope = cells[3];
        rows.push_back({cells[0].toStdString(), cells[1] == "1", QString::fromUtf8(cells[2]),
                        scope == "0" ? 0 : (scope == "1" ? 1 : 2), QString::fromUtf8(cells[4]),
                        QString::fromUtf8(cells[5]), QString::fromUtf8(cells[8]),
                        QString::fromUtf8(cells[9]), QString::fromUtf8(cells[10]),
                        QString::fromUtf8(cells[11])});
    }
    return rows;
}

bool isOtherSyntax(const Vector &row)
{
    return row.level == QLatin1String("draft") || row.level == QLatin1String("ext");
}

// A bound of the table without the signs that isoDate() sets before long years: "338000-01-01".
QString plain(Instant t)
{
    QString text = QString::fromStdString(isoDate(t));
    if (text.startsWith(QLatin1Char('+')))
        text.remove(0, 1);
    return text;
}

QString dayOnly(const QString &text)
{
    return text.section(QLatin1Char('T'), 0, 0);
}

// The same day; where the table gives a time, the same second. A table's upper bound is the last
// second that belongs.
bool isSameBound(const QString &expected, Instant t)
{
    if (expected == QLatin1String("-inf"))
        return t == Instant::distantPast();
    if (expected == QLatin1String("inf"))
        return t == Instant::distantFuture();
    if (expected == QLatin1String("unknown"))
        return t.isDistant();
    if (t.isDistant())
        return false;
    if (!expected.contains(QLatin1Char('T')))
        return dayOnly(plain(t)) == expected;
    QString time = QStringLiteral("T%1:%2:%3Z");
    for (const std::int64_t part :
         {secondOfDay(t) / 3'600, secondOfDay(t) / 60 % 60, secondOfDay(t) % 60})
        time = time.arg(part, 2, 10, QLatin1Char('0'));
    return dayOnly(plain(t)) + time == expected;
}

bool boundsAgree(const Vector &row, const When &when)
{
    const bool isLowerRight = row.lower.isEmpty() ||
                              row.disputed.contains(QLatin1String("lower")) ||
                              isSameBound(row.lower, when.bounds.earliestBegin);
    const bool isUpperRight = row.upper.isEmpty() ||
                              row.disputed.contains(QLatin1String("upper")) ||
                              isSameBound(row.upper, addSeconds(when.bounds.latestEnd, -1));
    return isLowerRight && isUpperRight;
}

}  // namespace

class tst_edtf_vectors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void validity();
    void bounds();
    void levels();
    void qualifiers();

private:
    std::vector<Vector> m_rows;
};

void tst_edtf_vectors::initTestCase()
{
    m_rows = readVectors(dataFolder() + QStringLiteral("/edtf/edtf-vectors.tsv"));
    if (m_rows.empty())
        QSKIP("no shared data; set DATELINE_SHARED_DATA to its folder");
}

void tst_edtf_vectors::validity()
{
    int counted = 0;
    int right = 0;
    int quarrels = 0;
    QStringList wrong;
    for (const Vector &row : m_rows) {
        if (isOtherSyntax(row) || row.disputed.contains(QLatin1String("validity")))
            continue;
        const auto date = Edtf::parse(row.text);
        const bool isRight = (date && date->isDated() && date->level() <= row.scope) == row.isValid;
        ++counted;
        right += isRight ? 1 : 0;
        const bool isQuarrel = isListed(kValidityQuarrels, row);
        quarrels += isQuarrel ? 1 : 0;
        if (isRight == isQuarrel)
            wrong += QString::fromStdString(row.text) + QStringLiteral(" (%1)").arg(row.source);
    }
    qInfo("validity: %d rows, %d right, %d of the others are listed quarrels", counted, right,
          quarrels);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
}

void tst_edtf_vectors::bounds()
{
    int counted = 0;
    int right = 0;
    int quarrels = 0;
    QStringList wrong;
    for (const Vector &row : m_rows) {
        if (isOtherSyntax(row) || !row.isValid || (row.lower.isEmpty() && row.upper.isEmpty()) ||
            row.disputed.contains(QLatin1String("lower")))
            continue;
        const auto date = Edtf::parse(row.text);
        if (!date)
            continue;  // validity() has it
        const bool isRight = boundsAgree(row, date->when());
        ++counted;
        right += isRight ? 1 : 0;
        const bool isQuarrel = isListed(kBoundsQuarrels, row);
        quarrels += isQuarrel ? 1 : 0;
        if (isRight == isQuarrel)
            wrong += QString::fromStdString(row.text) + QStringLiteral(" (%1)").arg(row.source);
    }
    qInfo("bounds: %d rows, %d right, %d of the others are listed quarrels", counted, right,
          quarrels);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QStringLiteral("; "))));
}

void tst_edtf_vectors::levels()
{
    int counted = 0;
    QStringList differing;
    for (const Vector &row : m_rows) {
        const auto date = Edtf::parse(row.text);
        if (isOtherSyntax(row) || row.level.isEmpty() || !date || !row.isValid)
            continue;
        ++counted;
        if (date->level() != row.level.toInt())
            differing += QString::fromStdString(row.text) +
                         QStringLiteral(" (%1: %2, not %3)")
                             .arg(row.source, row.level, QString::number(date->level()));
    }
    qInfo("levels: %d rows, %d differ: %s", counted, int(differing.size()),
          qPrintable(differing.join(QStringLiteral("; "))));
    QVERIFY(differing.size() * 20 < counted);
}

void tst_edtf_vectors::qualifiers()
{
    for (const Vector &row : m_rows) {
        const auto date = Edtf::parse(row.text);
        if (isOtherSyntax(row) || !date)
            continue;
        if (!row.uncertain.isEmpty() &&
            date->when().has(kUncertain) != (row.uncertain == QLatin1String("1")))
            QFAIL(row.text.c_str());
        if (!row.approximate.isEmpty() &&
            date->when().has(kApproximate) != (row.approximate == QLatin1String("1")))
            QFAIL(row.text.c_str());
    }
}

QTEST_GUILESS_MAIN(tst_edtf_vectors)
#include "tst_edtf_vectors.moc"
