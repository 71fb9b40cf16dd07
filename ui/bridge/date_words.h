// SPDX-License-Identifier: GPL-3.0-or-later
// The words for one date of an EDTF text, which date_text.h puts together. Any thread.
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QString>

#include "app/model/civil_date.h"
#include "app/model/edtf_date.h"

namespace dateline::ui {

struct DateText {
    Q_DECLARE_TR_FUNCTIONS(DateText)
};

class DateWords {
public:
    enum class Width { Full, Short };

    DateWords(const QLocale &locale, Width width) : m_locale(locale), m_width(width) {}

    QString date(const EdtfDate &date) const;           // without ~ and ?
    QString qualifiedDate(const EdtfDate &date) const;  // "2025, uncertain"; "2025 ?"
    QString dateInside(const EdtfDate &date) const;     // of an interval: "2025 (uncertain)"

    QString day(const CivilDate &date) const;
    QString month(std::int64_t year, int month) const;
    QString year(std::int64_t year) const;                               // 44 BCE, 800 CE, 2025
    QString years(std::int64_t firstYear, std::int64_t lastYear) const;  // 1560s, 1900–1999
    QString clock(std::int64_t secondOfDay, bool hasSeconds) const;
    QString daySpan(TimeSpan span) const;  // 1 Sep – 30 Nov 2024, of whole days

private:
    bool isShort() const { return m_width == Width::Short; }
    QString monthName(int month) const;            // as it stands beside a day
    QString standaloneMonthName(int month) const;  // as it stands alone
    QString dateTime(const EdtfDate &date) const;
    QString season(const EdtfDate &date) const;
    QString unspecified(const EdtfDate &date) const;
    QString unspecifiedInYear(const EdtfDate &date) const;
    QString unspecifiedYear(const EdtfDate &date) const;
    QString someOf(const QString &words, const QString &some) const;
    QString qualifiers(const EdtfDate &date) const;

    QLocale m_locale;
    Width m_width;
};

}  // namespace dateline::ui
