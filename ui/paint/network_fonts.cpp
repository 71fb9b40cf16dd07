// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paint/network_fonts.h"

#include <array>
#include <cmath>
#include <memory>
#include <unordered_map>

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>

#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

constexpr double kSmall = 0.87;
constexpr double kLine = 1.28;  // of the pixel size: fonts of many scripts ask for far more
constexpr std::size_t kMostTexts = 50'000;

QString translated(const char *text)
{
    return QCoreApplication::translate("NetworkWords", text);
}

struct WidthCache {
    std::unordered_map<std::string, double> widths;
    QFontMetricsF metrics;
};

}  // namespace

NetworkFonts::NetworkFonts(const Theme &theme) : m_name(theme.font()), m_small(theme.font())
{
    const double pixels = theme.font().pixelSize() > 0
                              ? theme.font().pixelSize()
                              : QFontInfo(theme.font()).pointSizeF() * 96.0 / 72.0;
    m_name.setPixelSize(qMax(7, qRound(pixels * 0.96)));
    m_small.setPixelSize(qMax(6, qRound(pixels * kSmall)));
    m_nameBaseline = QFontMetricsF(m_name).capHeight() / 2;
    m_smallBaseline = QFontMetricsF(m_small).capHeight() / 2;
}

NetworkMeasure NetworkFonts::measure() const
{
    const auto makeCache = [](const QFont &font) {
        return std::make_shared<WidthCache>(WidthCache{{}, QFontMetricsF(font)});
    };
    NetworkMeasure measure;
    measure.width = [name = makeCache(m_name), small = makeCache(m_small)](std::string_view text,
                                                                           NetworkFont font) {
        WidthCache &cache = font == NetworkFont::Name ? *name : *small;
        std::string key(text);
        const auto found = cache.widths.find(key);
        if (found != cache.widths.end())
            return found->second;
        if (cache.widths.size() >= kMostTexts)
            cache.widths.clear();
        const double width = cache.metrics.horizontalAdvance(toQString(text));
        cache.widths.emplace(std::move(key), width);
        return width;
    };
    measure.nameHeight = std::ceil(m_name.pixelSize() * kLine);
    measure.smallHeight = std::ceil(m_small.pixelSize() * kLine);
    return measure;
}

QString actorKindText(std::string_view kind)
{
    static constexpr std::array kKnown{
        QT_TRANSLATE_NOOP("NetworkWords", "person"), QT_TRANSLATE_NOOP("NetworkWords", "state"),
        QT_TRANSLATE_NOOP("NetworkWords", "body"),   QT_TRANSLATE_NOOP("NetworkWords", "group"),
        QT_TRANSLATE_NOOP("NetworkWords", "outlet"), QT_TRANSLATE_NOOP("NetworkWords", "place")};
    for (const char *word : kKnown)
        if (kind == word)
            return translated(word);
    return toQString(kind);
}

NetworkWords networkWords()
{
    static constexpr std::array kCertainties{QT_TRANSLATE_NOOP("NetworkWords", "confirmed"),
                                             QT_TRANSLATE_NOOP("NetworkWords", "reported"),
                                             QT_TRANSLATE_NOOP("NetworkWords", "assessed"),
                                             QT_TRANSLATE_NOOP("NetworkWords", "suspected"),
                                             QT_TRANSLATE_NOOP("NetworkWords", "expected"),
                                             QT_TRANSLATE_NOOP("NetworkWords", "denied")};
    NetworkWords words;
    words.certainty = [](Certainty certainty) {
        return toUtf8(translated(kCertainties[static_cast<std::size_t>(certainty)]));
    };
    words.actorKind = [](std::string_view kind) { return toUtf8(actorKindText(kind)); };
    words.belonging = toUtf8(translated(QT_TRANSLATE_NOOP("NetworkWords", "belongs to")));
    words.derived = toUtf8(translated(QT_TRANSLATE_NOOP("NetworkWords", "same events")));
    words.quoted = toUtf8(translated(QT_TRANSLATE_NOOP("NetworkWords", "quoted by")));
    return words;
}

}  // namespace dateline::ui
