// SPDX-License-Identifier: GPL-3.0-or-later
// What the annotations of one source mean on its text: where they stand, the colour of what they
// support, and in words what rests on them. Pure functions of a snapshot; O(claims).
#pragma once

#include <functional>
#include <unordered_map>
#include <vector>

#include <QString>

#include "app/model/snapshot.h"
#include "ui/bridge/text_places.h"
#include "ui/paint/theme.h"
#include "ui/views/text_marks.h"

namespace dateline::ui {

// The claims that rest on each annotation of one source.
class RestingClaims {
public:
    RestingClaims() = default;
    RestingClaims(const Snapshot &snapshot, SourceId source);

    const std::vector<const Claim *> &on(AnnotationId annotation) const;
    // What they are about, each once; the annotation itself where nothing rests on it.
    std::vector<ItemRef> supportedBy(AnnotationId annotation) const;

private:
    std::unordered_map<AnnotationId, std::vector<const Claim *>> m_claims;
};

// The colour of the kind of what an annotation supports: an event before anything else; faint ink
// for a mere note.
QColor colourOf(const Snapshot &snapshot, const std::vector<const Claim *> &claims,
                const Theme &theme);

// `isShown` chooses among them; without it all are there.
TextMarks marksOf(const Snapshot &snapshot, SourceId source, const RestingClaims &claims,
                  const TextPlaces &places, const Theme &theme,
                  const std::function<bool(const Annotation &)> &isShown = {});

// The note and what rests on the annotations, as rich text for a tooltip.
QString tipOf(const Snapshot &snapshot, const std::vector<AnnotationId> &annotations,
              const RestingClaims &claims);

}  // namespace dateline::ui
