// SPDX-License-Identifier: GPL-3.0-or-later
// A timeline as plain vectors, ready to be replayed by a painter on a screen, a bitmap, SVG or PDF:
// everything is cut to its place already, so that painters need neither clip nor blending. Logical
// pixels; the origin is the top left of the picture. A scene is filled again and again: its vectors
// and its text keep their memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/model/grade.h"
#include "app/model/ids.h"
#include "app/timeline/event_mark.h"
#include "app/timeline/ticks.h"

namespace dateline {

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    double centreX() const { return x + width / 2; }
    double centreY() const { return y + height / 2; }
    bool contains(double px, double py) const
    {
        return px >= x && px < right() && py >= y && py < bottom();
    }
    bool operator==(const Box &) const = default;
};

// What a colour means; a theme says what it is. Values from Category on are categories.
enum class Tone : std::uint16_t {
    Paper,
    Panel,
    Band,
    Ink,
    FaintInk,
    Rule,
    StrongRule,
    Accent,
    AccentGround,
    AccentText,
    Warning,
    Bar,
    BarGround,
    Today,
    Doubt,  // rests on what is doubted alone
    Category = 100,
    CategoryGround = 200,
};
constexpr Tone categoryTone(std::uint16_t colour)
{
    return static_cast<Tone>(static_cast<std::uint16_t>(Tone::Category) + colour);
}

enum class Stroke : std::uint8_t { Solid, Dashed, Dotted };

struct SceneRect {
    Box box;
    Tone fill = Tone::Paper;
    double radius = 0;
};

struct SceneLine {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
    Tone tone = Tone::Rule;
    Stroke stroke = Stroke::Solid;
};

// The outline around something: selected, hovered, brushed.
struct SceneRing {
    Box box;
    Tone tone = Tone::Accent;
    double width = 2;
    double radius = 0;
};

enum TextStyle : std::uint8_t { kPlainText = 0, kStruckOut = 1, kDimmedText = 2, kStrongText = 4 };

// Text of one line, its middle at centreY.
struct SceneText {
    double x = 0;
    double centreY = 0;
    double width = 0;  // as measured, after eliding
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    LabelFont font = LabelFont::Mark;
    Tone tone = Tone::Ink;
    std::uint8_t style = kPlainText;
    EventRow row;  // whose label it is
};

enum MarkFlag : std::uint16_t {
    kWavy = 1,       // approximate
    kContested = 2,  // has a notch
    kArrowLeft = 4,  // goes on without a known begin
    kArrowRight = 8,
    kCutLeft = 16,  // goes on beyond the plot
    kCutRight = 32,
    kDimmed = 64,        // filtered out, but shown faintly
    kQuestioned = 128,   // "?": the date itself is uncertain
    kNoGlyph = 256,      // no room for the shape of its kind
    kDigits = 512,       // some digits of the date are unspecified
    kAllMembers = 1024,  // Linked: every member is meant, not one of them
    kRoughBegin = 2048,  // the begin, or the end, is itself approximate or uncertain
    kRoughEnd = 4096,
};

// A member of a linked mark, in the mark's box.
struct MarkStretch {
    double x0 = 0;
    double x1 = 0;
};

// One event, or a cluster of several.
struct TimelineMark {
    Box box;
    double solidBegin = 0;  // Bar: between them the event is certain; of unspecified digits, here
    double solidEnd = 0;    // the label stands on plain ground
    double beginStrength = 1;  // Bar: how solid it is at its left end, 0 to 1 ...
    double endStrength = 1;    // ... and at its right one
    double glyphX = 0;         // centre of the kind's shape, in the middle of the box's height
    EventRow row;
    std::uint32_t lane = 0;
    std::uint32_t count = 1;
    std::uint32_t firstMember = 0;   // of a cluster, in TimelineScene::members; those that are
    std::uint32_t memberCount = 0;   // far out of view are counted, but not among them
    std::uint32_t firstStretch = 0;  // Linked: in SceneLayer::stretches
    std::uint32_t stretchCount = 0;
    std::uint16_t flags = 0;
    CategoryLook look;
    MarkForm form = MarkForm::Dot;
    Certainty certainty = Certainty::Confirmed;

    bool has(MarkFlag flag) const { return (flags & flag) != 0; }
    void set(MarkFlag flag) { flags = static_cast<std::uint16_t>(flags | flag); }
};

// A column of a crowded lane: `count` events begin in it, `ongoing` that began before go on in it.
struct DensityColumn {
    Box box;                // whole height of the lane's plot: what a click means
    double countTop = 0;    // the column of counts reaches from here to the box's bottom
    double ongoingTop = 0;  // and that of the ongoing ones
    std::uint32_t lane = 0;
    std::uint32_t count = 0;
    std::uint32_t ongoing = 0;
    TimeSpan span;
};

struct SceneLayer {
    std::vector<SceneRect> rects;
    std::vector<SceneLine> lines;
    std::vector<DensityColumn> columns;
    std::vector<TimelineMark> marks;
    std::vector<MarkStretch> stretches;  // of linked marks
    std::vector<SceneRing> rings;
    std::vector<SceneText> texts;

    void clear()
    {
        rects.clear();
        lines.clear();
        columns.clear();
        marks.clear();
        stretches.clear();
        rings.clear();
        texts.clear();
    }
};

// A lane as it stands in the picture.
struct SceneLane {
    std::uint32_t index = 0;  // into Lanes::lanes
    Box box;                  // over header and plot; may reach under the ruler
    bool isNameElided = false;
};

struct TimelineCounts {
    std::uint32_t total = 0;
    std::uint32_t shown = 0;    // pass the filter
    std::uint32_t inView = 0;   // of these, in the span that is shown
    std::uint32_t earlier = 0;  // before it
    std::uint32_t later = 0;
    std::uint32_t undated = 0;
    bool operator==(const TimelineCounts &) const = default;
};

struct TimelineScene {
    double width = 0;
    double height = 0;
    double pixelRatio = 1;
    Box plot;            // where marks are, without the ruler
    Box ruler;           // above the plot
    Box header;          // left of the plot
    SceneLayer content;  // lanes, grid, marks and labels
    SceneLayer side;     // over it: lane names
    SceneLayer top;      // over both: the ruler
    std::vector<SceneLane> lanes;
    std::vector<EventRow> members;  // what clusters stand for
    TimelineCounts counts;
    std::string texts;

    void clear()
    {
        content.clear();
        side.clear();
        top.clear();
        lanes.clear();
        members.clear();
        texts.clear();
        counts = {};
    }
    std::string_view text(const SceneText &label) const
    {
        return std::string_view(texts).substr(label.offset, label.length);
    }
    // Adds the words to `texts` and gives back the label with its place filled in.
    SceneText withText(SceneText label, std::string_view words)
    {
        label.offset = static_cast<std::uint32_t>(texts.size());
        label.length = static_cast<std::uint32_t>(words.size());
        texts.append(words);
        return label;
    }
};

}  // namespace dateline
