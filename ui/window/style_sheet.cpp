// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/style_sheet.h"

#include <QFontMetricsF>

namespace dateline::ui {

namespace {

constexpr char16_t kSheet[] = uR"(
QMainWindow, QDialog { background: @panel; }
QMainWindow::separator { background: @rule; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QMenuBar { background: @bar; border: none; }
QMenuBar::item { padding: @s @m; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @hover; }
QToolBar { background: @bar; border: none; border-bottom: 1px solid @rule; padding: @s @m; spacing: @s; }
QToolBar::separator { background: @rule; width: 1px; margin: @s @s; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px @s; background: transparent; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @accentGround; }
QToolButton:focus { border-color: @accent; }
QToolButton::menu-indicator { image: none; }
QStatusBar { background: @bar; border-top: 1px solid @rule; }
QStatusBar::item { border: none; }
QDockWidget { border: none; }
QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit, QPlainTextEdit {
    background: @paper; border: 1px solid @strongRule; border-radius: 4px; padding: 3px @s;
    selection-background-color: @accent; selection-color: @accentText; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus { border-color: @accent; }
QLineEdit:disabled, QComboBox:disabled { color: @faintInk; background: @panel; }
QComboBox::drop-down { border: none; width: @l; }
QComboBox::down-arrow { image: url(:/icons/arrow-down.svg); width: @m; height: @m; }
QComboBox QAbstractItemView { border: 1px solid @strongRule; selection-background-color: @accentGround; selection-color: @ink; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: @l; background: transparent; }
QSpinBox::up-arrow { image: url(:/icons/arrow-up.svg); width: @m; height: @m; }
QSpinBox::down-arrow { image: url(:/icons/arrow-down.svg); width: @m; height: @m; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; border: none; padding: @s @m; color: @faintInk; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @ink; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @ink; }
QTabBar::tab:focus { color: @accent; }
QAbstractItemView { background: @paper; alternate-background-color: @band; border: none; outline: none;
    selection-background-color: @accentGround; selection-color: @ink; }
QAbstractItemView::item:selected { background: @accentGround; color: @ink; }
QHeaderView::section { background: @panel; color: @faintInk; border: none; border-bottom: 1px solid @rule;
    border-right: 1px solid @rule; padding: @s; }
QScrollArea { border: none; background: transparent; }
QPushButton { background: @paper; border: 1px solid @strongRule; border-radius: 4px; padding: @s @m; min-width: @w; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton:hover { background: @hover; }
QPushButton:focus { border-color: @accent; }
QPushButton:default { background: @accent; color: @accentText; border-color: @accent; }
QPushButton:disabled { color: @faintInk; background: @panel; border-color: @rule; }
QToolTip { background: @paper; color: @ink; border: 1px solid @strongRule; padding: @s; }
QMenu { background: @paper; border: 1px solid @strongRule; padding: @s 0; }
QMenu::item { padding: @s @l @s @l; }
QMenu::item:selected { background: @accentGround; color: @ink; }
QMenu::item:disabled { color: @faintInk; }
QMenu::separator { height: 1px; background: @rule; margin: @s 0; }
QSplitter::handle { background: @rule; }
QTextBrowser { background: @paper; border: none; }
QGroupBox { border: none; margin-top: @l; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QLabel[faint="true"] { color: @faintInk; }
QLabel[heading="true"] { font-weight: 600; }
QFrame[card="true"] { background: @paper; border: 1px solid @rule; border-radius: 5px; }
QLabel[wrong="true"] { color: @warning; }
QLabel[pill="true"] { background: @warningGround; color: @warning; border-radius: 6px; padding: 0 @s; }
QTableView[onPanel="true"] { background: transparent; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; }
QLineEdit[quiet="true"], QComboBox[quiet="true"], QPlainTextEdit[quiet="true"] {
    background: transparent; border-color: transparent; padding: 1px 2px; }
QLineEdit[quiet="true"]:hover, QComboBox[quiet="true"]:hover, QPlainTextEdit[quiet="true"]:hover {
    border-color: @strongRule; }
QLineEdit[quiet="true"]:focus, QComboBox[quiet="true"]:focus, QPlainTextEdit[quiet="true"]:focus {
    background: @paper; border-color: @accent; }
QLineEdit[quiet="true"]:disabled, QComboBox[quiet="true"]:disabled { color: @ink; background: transparent; border-color: transparent; }
QToolButton[link="true"] { padding: 0 2px; color: @ink; }
QToolButton[link="true"]:hover { background: transparent; color: @accent; text-decoration: underline; }
QToolButton[action="true"] { padding: 0 2px; color: @accent; }
QProgressBar { border: 1px solid @rule; border-radius: 3px; background: @paper; text-align: center; }
QProgressBar::chunk { background: @accent; }
)";

QColor between(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int x, int y) { return qRound(x * (1.0 - share) + y * share); };
    return QColor(channel(a.red(), b.red()), channel(a.green(), b.green()),
                  channel(a.blue(), b.blue()));
}

}  // namespace

QString styleSheet(const Theme &theme)
{
    const double unit = QFontMetricsF(theme.font()).height();
    const auto length = [unit](double share) {
        return QStringLiteral("%1px").arg(qMax(2, qRound(unit * share)));
    };
    QString sheet = QString::fromUtf16(kSheet);
    const auto set = [&sheet](const char *name, const QString &value) {
        sheet.replace(QLatin1Char('@') + QLatin1String(name), value);
    };
    // Longer names first: one is the beginning of another.
    set("accentGround", theme.accentGround().name());
    set("accentText", theme.accentText().name());
    set("accent", theme.accent().name());
    set("strongRule", theme.strongRule().name());
    set("rule", theme.rule().name());
    set("faintInk", theme.faintInk().name());
    set("ink", theme.ink().name());
    set("warningGround", theme.warningGround().name());
    set("warning", theme.warning().name());
    set("paper", theme.paper().name());
    set("panel", theme.panel().name());
    set("band", theme.band().name());
    set("bar", between(theme.panel(), theme.ink(), 0.025).name());
    set("hover", between(theme.panel(), theme.ink(), 0.08).name());
    set("s", length(0.25));
    set("m", length(0.6));
    set("l", length(1.2));
    set("w", length(4.0));
    return sheet;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.panel());
    palette.setColor(QPalette::WindowText, theme.ink());
    palette.setColor(QPalette::Base, theme.paper());
    palette.setColor(QPalette::AlternateBase, theme.band());
    palette.setColor(QPalette::Text, theme.ink());
    palette.setColor(QPalette::Button, theme.panel());
    palette.setColor(QPalette::ButtonText, theme.ink());
    palette.setColor(QPalette::BrightText, theme.warning());
    palette.setColor(QPalette::Highlight, theme.accent());
    palette.setColor(QPalette::HighlightedText, theme.accentText());
    palette.setColor(QPalette::ToolTipBase, theme.paper());
    palette.setColor(QPalette::ToolTipText, theme.ink());
    palette.setColor(QPalette::PlaceholderText, theme.faintInk());
    palette.setColor(QPalette::Link, theme.accent());
    palette.setColor(QPalette::Light, between(theme.panel(), theme.paper(), 0.5));
    palette.setColor(QPalette::Midlight, theme.rule());
    palette.setColor(QPalette::Mid, theme.strongRule());
    palette.setColor(QPalette::Dark, theme.strongRule());
    palette.setColor(QPalette::Shadow, theme.isDark() ? QColor(Qt::black) : theme.strongRule());
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.faintInk());
    return palette;
}

}  // namespace dateline::ui
