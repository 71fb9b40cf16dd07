// SPDX-License-Identifier: GPL-3.0-or-later
// Fields with words to choose from. WordField takes any other word, too, since every vocabulary of
// a project is open; ChoiceField does not. Both commit with the choice, with Enter and when they
// are left, and let the wheel scroll the page. GUI thread.
#pragma once

#include <span>
#include <string_view>

#include <QComboBox>

#include "app/model/vocabulary.h"
#include "ui/views/text_field.h"

namespace dateline::ui {

class WordField final : public QComboBox {
    Q_OBJECT

public:
    WordField(const QString &name, FieldLook look, QWidget *parent = nullptr);

    void setName(const QString &name);  // for readers of the screen
    void setHint(const QString &hint);  // shown while the field is empty
    // For several fields with the same words to share.
    static QStringList words(const Vocabulary *inUse,
                             std::span<const std::string_view> offered = {});
    // The words in use, most used first, then the offered ones that are not among them.
    void setChoices(const Vocabulary *inUse, std::span<const std::string_view> offered = {});
    void setChoices(const QStringList &choices);

    QString value() const { return currentText().simplified(); }
    void setValue(const QString &value);
    bool isBeingTyped() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();
    void committed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void commit();

    FieldLook m_look;
    QString m_value;
    QStringList m_choices;
};

class ChoiceField final : public QComboBox {
    Q_OBJECT

public:
    ChoiceField(const QString &name, FieldLook look, QWidget *parent = nullptr);

    QVariant value() const { return currentData(); }
    void setValue(const QVariant &value);  // one that is not there chooses nothing

Q_SIGNALS:
    void edited();
    void committed();

protected:
    void wheelEvent(QWheelEvent *event) override;
};

}  // namespace dateline::ui
