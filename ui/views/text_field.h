// SPDX-License-Identifier: GPL-3.0-or-later
// Fields for text in which an edit is one decision: Enter or leaving the field commits what was
// typed, Esc brings back what was there. setValue() leaves alone what somebody is typing, so that
// an edit made elsewhere cannot take it away. GUI thread.
#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>

namespace dateline::ui {

enum class FieldLook {
    Framed,   // in forms of their own
    Quiet,    // reads as text until it is hovered or has the focus
    Heading,  // a quiet one in larger letters
};

class TextField : public QLineEdit {
    Q_OBJECT

public:
    TextField(const QString &name, FieldLook look, QWidget *parent = nullptr);

    QString value() const { return text().trimmed(); }
    void setValue(const QString &value);
    bool isBeingTyped() const { return hasFocus() && text() != m_value; }
    FieldLook look() const { return m_look; }

Q_SIGNALS:
    void edited();     // with every change by the user
    void committed();  // value() is another one now

protected:
    enum class By { Return, Leaving, Choice };
    virtual void commit(By by);
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setHeadingFont();

    FieldLook m_look;
    QString m_value;
};

// Tags with commas between them.
class TagField final : public TextField {
    Q_OBJECT

public:
    using TextField::TextField;

    QStringList tags() const;
    void setTags(const QStringList &tags);
};

// As high as its text, up to a dozen lines. Ctrl+Enter commits, too.
class NotesField final : public QPlainTextEdit {
    Q_OBJECT

public:
    NotesField(const QString &name, FieldLook look, QWidget *parent = nullptr);

    QString value() const { return toPlainText().trimmed(); }
    void setValue(const QString &value);
    bool isBeingTyped() const { return hasFocus() && toPlainText() != m_value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void edited();
    void committed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void commit();

    QString m_value;
};

}  // namespace dateline::ui
