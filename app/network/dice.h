// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that look random and are the same on every machine for a seed (SplitMix64, Steele and
// others 2014): the standard distributions differ between libraries, and layouts must not.
#pragma once

#include <cstdint>

namespace dateline {

class Dice {
public:
    explicit Dice(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15u;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
        return mixed ^ (mixed >> 31);
    }
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }  // [0, 1)
    double between(double low, double high) { return low + (high - low) * unit(); }
    std::uint32_t below(std::uint32_t bound)  // bound > 0
    {
        return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
    }

private:
    std::uint64_t m_state;
};

}  // namespace dateline
