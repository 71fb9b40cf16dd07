// SPDX-License-Identifier: GPL-3.0-or-later
// The words and scales by which analysts say how sure they are. Every vocabulary is open: a file
// may hold words that are not listed here, and they are kept and shown as written.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline {

// How a status is drawn: solid, dashed, dotted, crossed out. Other words count as Reported.
enum class Certainty : std::uint8_t {
    Confirmed,  // "confirmed", "took place"
    Reported,   // "reported": drawn like Confirmed, but not called so
    Assessed,   // "assessed", "likely", "appears"
    Suspected,  // "suspected", "alleged"
    Expected,   // "expected", "planned", "speculation", "speculative", "possible"
    Denied,     // "denied", "retracted", "cancelled", "did not take place"
};

Certainty certaintyOf(std::string_view status);
std::string_view nameOf(Certainty certainty);

// The words that the program offers; the first is the default for something new.
std::span<const std::string_view> eventStatuses();
std::span<const std::string_view> claimStatuses();
std::span<const std::string_view> actorKinds();       // person, state, body, group, outlet, place
std::span<const std::string_view> likelihoodWords();  // ICD 203, from least to most likely
std::span<const std::string_view> participationParts();
std::span<const std::string_view> quantityQualifiers();  // exactly, about, at least, up to
std::span<const std::string_view> handlingMarks();       // TLP:CLEAR ... TLP:RED

// Admiralty scale. Reliability 'A'..'F' of an outlet or speaker, credibility 1..6 of a claim; F and
// 6 mean "cannot be judged", never "worst". 0 and '\0': not graded.
std::string_view reliabilityText(char grade);
std::string_view credibilityText(int grade);

}  // namespace dateline
