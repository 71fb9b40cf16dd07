// SPDX-License-Identifier: GPL-3.0-or-later
// What selected words can become, each with the one key for it, as a small bar that floats near
// the words. Never takes the keyboard away from the text. GUI thread.
#pragma once

#include <span>

#include <QFrame>
#include <QString>

namespace dateline::ui {

struct AnnotatingKey {
    QChar letter;
    QString name;      // "Event"
    QString sentence;  // "Make an event of these words"
};
const QList<AnnotatingKey> &annotatingKeys();
bool isAnnotatingKey(int key);

class AnnotationBar final : public QFrame {
    Q_OBJECT

public:
    explicit AnnotationBar(QWidget *parent);

    // Above the words where there is room, else below them; never over them.
    void showNear(const QRect &words, const QRect &room);

Q_SIGNALS:
    void chosen(QChar letter);
};

}  // namespace dateline::ui
