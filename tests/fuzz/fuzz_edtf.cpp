// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes: refused with a reason, or a date that prints itself and has its bounds in order.
#include <cstdlib>

#include "app/model/edtf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using namespace dateline;
    const std::string text(bytes, bytes + size);
    const Result<Edtf> date = Edtf::parse(text);
    if (!date)
        return date.error().detail.empty() ? std::abort(), 1 : 0;
    const DateBounds &bounds = date->when().bounds;
    const bool isSound = date->text() == text && bounds.earliestBegin <= bounds.latestEnd &&
                         Edtf::parse(date->text()).has_value();
    if (!isSound)
        std::abort();
    return 0;
}
