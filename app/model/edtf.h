// SPDX-License-Identifier: GPL-3.0-or-later
// Dates as written: EDTF (ISO 8601-2:2019, and the text of the Library of Congress), with its
// earliest and latest instants. Parsing allocates nothing but the kept text; any bytes are safe.
//
//     Result<Edtf> date = Edtf::parse("2024-06~");
//     date->when().bounds.earliestBegin   // 2024-06-01T00:00Z
//     date->text()                        // "2024-06~", exactly as given
//
// Widths for ~ and ? are no part of the bounds. Seasons: 21 spring March-May, 22 summer, 23 autumn,
// 24 winter December-February of the next year (northern; 25-28 northern, 29-32 southern by name).
// Immutable value; any thread.
#pragma once

#include <string>
#include <string_view>

#include "app/base/error.h"
#include "app/model/date_bounds.h"

namespace dateline {

class Edtf {
public:
    Edtf() = default;  // undated: empty text

    // An empty text is the undated value. A failure (BadInput) names the position, what was found
    // and what was expected.
    static Result<Edtf> parse(std::string_view text);

    const std::string &text() const { return m_text; }
    int level() const { return m_level; }  // lowest EDTF level that has this form: 0, 1 or 2
    const When &when() const { return m_when; }
    bool isDated() const { return m_when.isDated(); }
    bool operator==(const Edtf &other) const { return m_text == other.m_text; }

private:
    std::string m_text;
    When m_when;
    int m_level = 0;
};

// The coarsest honest EDTF for a span that a person drew on the screen, at the given precision:
// one date where begin and end fall in the same unit, else an interval of two.
std::string edtfFor(TimeSpan span, Precision precision);

}  // namespace dateline
