// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/perf/generated_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace dateline {

namespace {

class Words {
public:
    explicit Words(std::uint64_t seed) : m_random(seed)
    {
        for (int i = 0; i < 6'000; ++i)
            m_latin.push_back(joined(kLatin, 2 + below(3)));
        for (int i = 0; i < 500; ++i)
            m_cyrillic.push_back(joined(kCyrillic, 3));
        for (int i = 0; i < 200; ++i)
            m_hangul.push_back(joined(kHangul, 2));
    }

    std::uint64_t below(std::uint64_t end) { return m_random() % end; }
    // Small numbers far more often than large ones.
    std::uint64_t seldomLarge(std::uint64_t end)
    {
        const double even = static_cast<double>(m_random() >> 11) / 9007199254740992.0;
        return std::min(end - 1, static_cast<std::uint64_t>(
                                     std::exp(even * std::log(static_cast<double>(end) + 8)) - 1));
    }
    std::string sentence(std::uint64_t words)
    {
        std::string text;
        for (std::uint64_t i = 0; i < words; ++i) {
            const std::uint64_t which = below(100);
            const std::vector<std::string> &some = which < 85   ? m_latin
                                                   : which < 94 ? m_cyrillic
                                                                : m_hangul;
            text.append(i > 0 ? " " : "").append(some[seldomLarge(some.size())]);
        }
        return text;
    }
    std::string day(std::uint64_t ofYears)
    {
        return std::to_string(2025 - seldomLarge(ofYears)) + '-' + two(1 + below(12)) + '-' +
               two(1 + below(28));
    }
    std::string date()
    {
        const std::uint64_t which = below(100);
        std::string text = day(55);
        if (which < 60)
            return text;
        if (which < 75)
            return text.substr(0, 7);
        if (which < 85)
            return text.substr(0, 4);
        if (which < 92)
            return text.substr(0, 7) + (which < 88 ? "~" : "?");
        return text.substr(0, 4) + "-03/" + text.substr(0, 4) + "-11";
    }

private:
    using Syllables = std::array<const char *, 12>;
    static constexpr Syllables kLatin{"ba",  "ko", "ren", "mi",  "tas", "vel",
                                      "dor", "un", "is",  "gra", "po",  "lu"};
    static constexpr Syllables kCyrillic{"на", "ко", "ре", "ви",  "сто", "мин",
                                         "ол", "ти", "ма", "гор", "бе",  "лу"};
    static constexpr Syllables kHangul{"가", "나", "다", "라", "마", "바",
                                       "사", "아", "자", "차", "타", "하"};
    std::string joined(const Syllables &some, std::uint64_t count)
    {
        std::string word;
        for (std::uint64_t i = 0; i < count; ++i)
            word += some[below(some.size())];
        return word;
    }
    static std::string two(std::uint64_t number)
    {
        return (number < 10 ? "0" : "") + std::to_string(number);
    }

    std::mt19937_64 m_random;
    std::vector<std::string> m_latin;
    std::vector<std::string> m_cyrillic;
    std::vector<std::string> m_hangul;
};

constexpr std::array<const char *, 8> kEventKinds{"meeting", "speech", "strike",   "treaty",
                                                  "visit",   "trial",  "election", "report"};
constexpr std::array<const char *, 4> kActorKinds{"person", "group", "state", "body"};
constexpr std::array<const char *, 4> kParts{"host", "visitor", "witness", ""};
constexpr std::array<const char *, 6> kTies{"ally", "rival", "member of", "funds", "met", "family"};

std::ofstream openTable(const std::filesystem::path &path, const char *columns)
{
    std::ofstream out(path, std::ios::binary);
    out << columns << '\n';
    return out;
}

}  // namespace

void writeGeneratedTables(const std::filesystem::path &folder, std::int64_t events,
                          std::uint64_t seed)
{
    std::filesystem::create_directories(folder);
    Words words(seed);
    const auto all = static_cast<std::uint64_t>(events);
    const std::uint64_t actors = std::max<std::uint64_t>(all / 10, 10);

    std::ofstream out = openTable(folder / "actors.csv", "id,name,kind,aliases,notes");
    for (std::uint64_t i = 0; i < actors; ++i) {
        out << i << ',' << words.sentence(2) << ' ' << i << ',' << kActorKinds[words.below(4)]
            << ",,\n";
    }
    out = openTable(folder / "events.csv", "id,title,kind,when,status,place,notes,tags");
    std::ofstream parts = openTable(folder / "participations.csv", "event_id,actor_id,part");
    for (std::uint64_t i = 0; i < all; ++i) {
        out << i << ',' << words.sentence(5 + words.below(8)) << ','
            << kEventKinds[words.seldomLarge(8)] << ',' << words.date() << ",took place,"
            << words.sentence(1) << ",,\n";
        const std::uint64_t first = words.seldomLarge(actors);
        parts << i << ',' << first << ",subject\n";
        if (words.below(10) < 9)
            parts << i << ',' << (first + 1 + words.below(actors - 1)) % actors << ','
                  << kParts[words.below(4)] << '\n';
    }
    out = openTable(folder / "relations.csv", "id,from_id,to_id,kind,directed,when,status,notes");
    for (std::uint64_t i = 0; i < all; ++i) {
        const std::uint64_t from = words.seldomLarge(actors);
        std::string begin = words.day(40);
        out << i << ',' << from << ',' << (from + 1 + words.below(actors - 1)) % actors << ','
            << kTies[words.below(6)] << ",1," << begin << "/.."
            << ",confirmed,\n";
    }
}

}  // namespace dateline
