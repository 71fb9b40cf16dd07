// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/error_text.h"

#include <QCoreApplication>

#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ErrorText", text);
}

}  // namespace

QString errorText(const Error &error)
{
    const QString detail = toQString(error.detail);
    switch (error.code) {
    case ErrorCode::NotFound:
        return tr("It is not there any more: %1. Nothing was changed.").arg(detail);
    case ErrorCode::NotReadable:
        return tr("The file could not be read: %1. Check that it exists and that you may read it.")
            .arg(detail);
    case ErrorCode::NotWritable:
        return tr("Nothing could be written: %1. Everything that was saved before is kept.")
            .arg(detail);
    case ErrorCode::InUse:
        return tr("Somebody else is working in this file: %1. It is shown read-only.").arg(detail);
    case ErrorCode::ReadOnly:
        return tr("This file is open read-only: %1. Save a copy to work in it.").arg(detail);
    case ErrorCode::ForeignFile:
        return tr("This is not a Dateline file: %1. It was not touched.").arg(detail);
    case ErrorCode::DamagedFile:
        return tr("The file is damaged: %1. It was not touched; open a backup, or save what can be "
                  "read as a copy.")
            .arg(detail);
    case ErrorCode::NewerFile:
        return tr("A later version of Dateline wrote this file: %1. It is shown read-only.")
            .arg(detail);
    case ErrorCode::Refused:
        return tr("This cannot be done: %1. Nothing was changed.").arg(detail);
    case ErrorCode::BadInput:
        return tr("The input was not understood: %1. Nothing was changed.").arg(detail);
    case ErrorCode::Conflict:
        return tr("The history no longer fits the file: %1. Nothing was changed.").arg(detail);
    case ErrorCode::Cancelled:
        return tr("Stopped. Nothing was changed.");
    case ErrorCode::Internal:
        return tr("Something went wrong in Dateline itself: %1. Everything that was saved before "
                  "is "
                  "kept.")
            .arg(detail);
    }
    return detail;
}

}  // namespace dateline::ui
