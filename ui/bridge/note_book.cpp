// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/note_book.h"

#include <algorithm>

#include <QFile>

#include "app/store/database.h"
#include "app/store/note_store.h"
#include "ui/bridge/post.h"
#include "ui/bridge/session_hub.h"

namespace dateline::ui {

namespace {

// More than this is sooner read anew than looked up item by item.
constexpr std::size_t kMostTouched = 500;

bool isBefore(const Note &note, ItemRef item)
{
    return note.about < item;
}

// Of the kinds whose notes the snapshot holds.
Note ofAnnotation(const Annotation &annotation)
{
    Note note{annotation.id, annotation.note, annotation.madeBy, annotation.madeAt, {}};
    if (isRemark(annotation)) {
        note.about = annotation.source;
        note.remark = annotation.id;
    }
    return note;
}

// The first one holds the note.
const Annotation *remarkOn(const Snapshot &snapshot, SourceId source)
{
    const Annotation *first = nullptr;
    for (const Annotation *annotation : snapshot.annotationsOf(source)) {
        if (isRemark(*annotation) && (first == nullptr || annotation->id < first->id))
            first = annotation;
    }
    return first;
}

}  // namespace

NoteBook::NoteBook(SessionHub &hub, QObject *parent)
    : QObject(parent), m_hub(hub), m_job([this](const Error &) {
          post(this, [this] {
              m_isReading = false;
              Q_EMIT aboutToChange();
              Q_EMIT changed();
          });
      })
{
    connect(&m_hub, &SessionHub::snapshotChanged, this, &NoteBook::follow);
}

NoteBook::~NoteBook()
{
    m_job.cancel();
}

void NoteBook::want()
{
    if (m_isWanted)
        return;
    m_isWanted = true;
    readAll();
}

Note NoteBook::noteOn(const SessionHub &hub, ItemRef item)
{
    const Snapshot &snapshot = *hub.snapshot();
    Note note{item, {}, {}, {}, {}};
    if (item.kind == ItemKind::Event) {
        if (const auto event = hub.event(item.event()))
            note.text = event->notes;
    } else if (item.kind == ItemKind::Relation) {
        if (const auto relation = hub.relation(item.relation()))
            note.text = relation->notes;
    } else if (item.kind == ItemKind::Actor) {
        if (const Actor *actor = snapshot.actors->find(item.actor()))
            note.text = actor->notes;
    } else if (item.kind == ItemKind::Claim) {
        if (const Claim *claim = snapshot.claims->find(item.claim()))
            note.text = claim->notes;
    } else if (item.kind == ItemKind::Annotation) {
        if (const Annotation *annotation = snapshot.annotations->find(item.annotation()))
            note = ofAnnotation(*annotation);
    } else if (item.kind == ItemKind::Source) {
        if (const Annotation *remark = remarkOn(snapshot, item.source()))
            note = ofAnnotation(*remark);
    }
    return note;
}

void NoteBook::follow(const ChangeSet &changes)
{
    if (!m_isWanted)
        return;
    const std::size_t touched =
        changes.added.size() + changes.changed.size() + changes.removed.size();
    if (changes.isEmpty() || touched > kMostTouched || m_isReading) {
        readAll();
        return;
    }
    for (const std::vector<ItemRef> *items : {&changes.added, &changes.changed, &changes.removed}) {
        for (const ItemRef item : *items)
            take(item);
    }
    if (m_isChanging) {
        m_isChanging = false;
        Q_EMIT changed();
    }
}

void NoteBook::begin()
{
    if (!m_isChanging)
        Q_EMIT aboutToChange();
    m_isChanging = true;
}

// Puts what is noted on the item now in the place of what was.
void NoteBook::take(ItemRef touched)
{
    if (!canBearNote(touched.kind))
        return;
    ItemRef about = touched;
    const Annotation *annotation = m_hub.snapshot()->annotations->find(touched.annotation());
    if (touched.kind == ItemKind::Annotation) {
        const auto remark = std::find_if(m_notes.begin(), m_notes.end(), [&](const Note &note) {
            return note.remark == touched.annotation();
        });
        if (annotation != nullptr && isRemark(*annotation))
            about = annotation->source;
        else if (remark != m_notes.end())
            about = remark->about;
        // A remark goes from the old version of a source to the new one.
        if (remark != m_notes.end() && remark->about != about) {
            begin();
            m_notes.erase(remark);
        }
    }
    const Note now = noteOn(m_hub, about);
    const bool isThere =
        about.kind == ItemKind::Annotation ? annotation != nullptr : !now.text.empty();
    const auto place = std::lower_bound(m_notes.begin(), m_notes.end(), about, isBefore);
    const bool wasThere = place != m_notes.end() && place->about == about;
    if (!wasThere && !isThere)
        return;
    if (wasThere && isThere && *place == now)
        return;
    begin();
    if (!isThere)
        m_notes.erase(place);
    else if (wasThere)
        *place = now;
    else
        m_notes.insert(place, now);
}

void NoteBook::readAll()
{
    const quint64 run = ++m_run;
    const QString path = m_hub.path();
    m_isReading = !path.isEmpty();
    if (!m_isReading) {
        m_job.cancel();
        Q_EMIT aboutToChange();
        m_notes.clear();
        Q_EMIT changed();
        return;
    }
    m_job.start([this, run, path = std::filesystem::path(QFile::encodeName(path).toStdString())](
                    const std::stop_token &stop) {
        Database database(path, Database::Mode::Read);
        std::optional<std::vector<Note>> notes = NoteStore(database).all(kMost, stop);
        if (!notes)
            return;
        post(this, [this, run, notes = std::move(*notes)]() mutable {
            if (run != m_run)
                return;
            m_isReading = false;
            Q_EMIT aboutToChange();
            m_notes = std::move(notes);
            Q_EMIT changed();
        });
    });
}

}  // namespace dateline::ui
