// SPDX-License-Identifier: GPL-3.0-or-later
// Puts the members that EdtfReader found together into what a column holds.
#pragma once

#include "app/model/edtf_reader.h"

namespace dateline {

class EdtfBounds {
public:
    void add(const EdtfMember &member, EdtfReader::Shape shape);
    const When &when() const { return m_when; }
    int level() const { return m_level; }

private:
    void addDate(const EdtfDate &date);
    void addInterval(const EdtfMember &member);
    void addToSet(const EdtfMember &member);
    void note(const EdtfDate &date);

    When m_when;
    int m_level = 0;
    bool m_isStarted = false;
};

}  // namespace dateline
