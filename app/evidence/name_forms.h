// SPDX-License-Identifier: GPL-3.0-or-later
// How a name sounds, whatever the script and the system by which it was romanised: Choe, Choi and
// 최 have a form in common, and so have Shoigu, Shoygu and Шойгу. A form is small Latin letters
// without blanks; two names that share one may be one name. ICU transliterates; one object per
// thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class NameForms {
public:
    NameForms();
    ~NameForms();
    NameForms(const NameForms &) = delete;
    NameForms &operator=(const NameForms &) = delete;

    // In Latin letters without marks, small, words parted by one blank: "sergej sojgu".
    std::string latin(std::string_view name) const;
    // One form for each family of romanisations; distinct. Empty for a name without letters.
    std::vector<std::string> of(std::string_view name) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

}  // namespace dateline
