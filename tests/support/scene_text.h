// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline's scene as text, one mark or label a line, whole pixels: what scene tests compare.
// What is drawn plainly, confirmed or reported, is not named.
#pragma once

#include <cmath>
#include <string>

#include "app/timeline/timeline_scene.h"

namespace dateline::test {

inline std::string pixels(double value)
{
    return std::to_string(std::lround(value));
}

inline std::string textOf(const TimelineMark &mark)
{
    static constexpr const char *kForms[] = {"dot", "capsule", "bar", "linked", "cluster"};
    std::string text = kForms[static_cast<int>(mark.form)];
    text += " " + pixels(mark.box.x) + ".." + pixels(mark.box.right());
    text += " lane " + std::to_string(mark.lane);
    if (mark.certainty != Certainty::Confirmed && mark.certainty != Certainty::Reported)
        text += " " + std::string(nameOf(mark.certainty));
    if (mark.count > 1)
        text += " x" + std::to_string(mark.count);
    static constexpr std::pair<MarkFlag, const char *> kFlags[] = {{kWavy, " wavy"},
                                                                   {kContested, " contested"},
                                                                   {kArrowLeft, " arrow-left"},
                                                                   {kArrowRight, " arrow-right"},
                                                                   {kCutLeft, " cut-left"},
                                                                   {kCutRight, " cut-right"},
                                                                   {kDimmed, " dimmed"},
                                                                   {kQuestioned, " questioned"},
                                                                   {kDigits, " digits"},
                                                                   {kAllMembers, " all"},
                                                                   {kRoughBegin, " rough-begin"},
                                                                   {kRoughEnd, " rough-end"}};
    for (const auto &[flag, name] : kFlags)
        text += mark.has(flag) ? name : "";
    if (mark.form == MarkForm::Bar && (mark.beginStrength < 1 || mark.endStrength < 1)) {
        text += " solid " + pixels(mark.solidBegin) + ".." + pixels(mark.solidEnd);
        text += " ends " + pixels(mark.beginStrength * 100) + "%/" +
                pixels(mark.endStrength * 100) + "%";
    }
    return text;
}

// Marks in their order, linked ones with their members, then their labels.
inline std::string textOf(const TimelineScene &scene)
{
    std::string text;
    for (const TimelineMark &mark : scene.content.marks) {
        text += textOf(mark);
        for (std::uint32_t i = 0; i < mark.stretchCount; ++i) {
            const MarkStretch &stretch = scene.content.stretches[mark.firstStretch + i];
            text += " [" + pixels(stretch.x0) + ".." + pixels(stretch.x1) + "]";
        }
        text += "\n";
    }
    for (const SceneText &label : scene.content.texts)
        text += "\"" + std::string(scene.text(label)) + "\" at " + pixels(label.x) + "\n";
    return text;
}

inline std::string axisTextOf(const TimelineScene &scene)
{
    std::string text;
    for (const SceneText &label : scene.top.texts)
        text += std::string(scene.text(label)) + "|";
    return text;
}

}  // namespace dateline::test
