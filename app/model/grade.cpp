// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model/grade.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline {

namespace {

using namespace std::string_view_literals;

constexpr std::array kCertainties{
    std::pair{"confirmed"sv, Certainty::Confirmed},
    std::pair{"took place"sv, Certainty::Confirmed},
    std::pair{"reported"sv, Certainty::Reported},
    std::pair{"assessed"sv, Certainty::Assessed},
    std::pair{"likely"sv, Certainty::Assessed},
    std::pair{"appears"sv, Certainty::Assessed},
    std::pair{"suspected"sv, Certainty::Suspected},
    std::pair{"alleged"sv, Certainty::Suspected},
    std::pair{"expected"sv, Certainty::Expected},
    std::pair{"planned"sv, Certainty::Expected},
    std::pair{"speculation"sv, Certainty::Expected},
    std::pair{"speculative"sv, Certainty::Expected},
    std::pair{"possible"sv, Certainty::Expected},
    std::pair{"denied"sv, Certainty::Denied},
    std::pair{"retracted"sv, Certainty::Denied},
    std::pair{"cancelled"sv, Certainty::Denied},
    std::pair{"did not take place"sv, Certainty::Denied},
};

constexpr char toLower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool isSameWord(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return toLower(x) == toLower(y); });
}

}  // namespace

Certainty certaintyOf(std::string_view status)
{
    for (const auto &[word, certainty] : kCertainties) {
        if (isSameWord(word, status))
            return certainty;
    }
    return Certainty::Reported;
}

std::string_view nameOf(Certainty certainty)
{
    switch (certainty) {
    case Certainty::Confirmed:
        return "confirmed";
    case Certainty::Reported:
        return "reported";
    case Certainty::Assessed:
        return "assessed";
    case Certainty::Suspected:
        return "suspected";
    case Certainty::Expected:
        return "expected";
    case Certainty::Denied:
        return "denied";
    }
    return {};
}

std::span<const std::string_view> eventStatuses()
{
    // What somebody types in was read somewhere: "reported", until somebody says more.
    static constexpr std::array kWords{
        "reported"sv,  "confirmed"sv, "took place"sv, "assessed"sv,  "likely"sv,
        "suspected"sv, "alleged"sv,   "expected"sv,   "planned"sv,   "speculation"sv,
        "possible"sv,  "denied"sv,    "cancelled"sv,  "retracted"sv, "did not take place"sv,
    };
    return kWords;
}

std::span<const std::string_view> claimStatuses()
{
    static constexpr std::array kWords{
        "reported"sv, "took place"sv,  "confirmed"sv, "assessed"sv,  "likely"sv,
        "appears"sv,  "suspected"sv,   "alleged"sv,   "expected"sv,  "planned"sv,
        "possible"sv, "speculation"sv, "denied"sv,    "retracted"sv, "did not take place"sv,
    };
    return kWords;
}

std::span<const std::string_view> actorKinds()
{
    static constexpr std::array kWords{
        "person"sv, "state"sv, "body"sv, "group"sv, "outlet"sv, "place"sv,
    };
    return kWords;
}

std::span<const std::string_view> likelihoodWords()
{
    static constexpr std::array kWords{
        "almost no chance"sv, "very unlikely"sv, "unlikely"sv,       "roughly even chance"sv,
        "likely"sv,           "very likely"sv,   "almost certain"sv,
    };
    return kWords;
}

std::span<const std::string_view> participationParts()
{
    static constexpr std::array kWords{
        "participant"sv, "host"sv,      "visitor"sv, "signatory"sv, "party"sv,
        "sender"sv,      "recipient"sv, "target"sv,  "speaker"sv,   "negotiator"sv,
        "mediator"sv,    "overseer"sv,  "witness"sv,
    };
    return kWords;
}

std::span<const std::string_view> quantityQualifiers()
{
    static constexpr std::array kWords{"exactly"sv, "about"sv, "at least"sv, "up to"sv};
    return kWords;
}

std::span<const std::string_view> handlingMarks()
{
    static constexpr std::array kWords{
        "TLP:CLEAR"sv, "TLP:GREEN"sv, "TLP:AMBER"sv, "TLP:AMBER+STRICT"sv, "TLP:RED"sv,
    };
    return kWords;
}

std::string_view reliabilityText(char grade)
{
    static constexpr std::array kTexts{
        "completely reliable"sv,  "usually reliable"sv, "fairly reliable"sv,
        "not usually reliable"sv, "unreliable"sv,       "reliability cannot be judged"sv,
    };
    return grade >= 'A' && grade <= 'F' ? kTexts[static_cast<std::size_t>(grade - 'A')]
                                        : "not graded"sv;
}

std::string_view credibilityText(int grade)
{
    static constexpr std::array kTexts{
        "confirmed by other sources"sv,
        "probably true"sv,
        "possibly true"sv,
        "doubtful"sv,
        "improbable"sv,
        "truth cannot be judged"sv,
    };
    return grade >= 1 && grade <= 6 ? kTexts[static_cast<std::size_t>(grade - 1)] : "not graded"sv;
}

}  // namespace dateline
