// SPDX-License-Identifier: GPL-3.0-or-later
// The small case of sample_file.h, open in a SessionHub as in the window, with the rest of what
// views are given.
//
//     OpenSample sample;
//     sample.intents.moveEvent(sample.file.visit, edtf("2025-04"));
//     QCOMPARE(sample.selection.current(), ItemRef(sample.file.visit));
#pragma once

#include <QFile>

#include "app/base/check.h"
#include "tests/support/sample_file.h"
#include "ui/bridge/view_context.h"

namespace dateline::ui {

inline QString toQPath(const std::filesystem::path &path)
{
    return QFile::decodeName(path.string().c_str());
}

struct OpenSample {
    OpenSample()
    {
        file.session.reset();  // the hub is the one that writes
        DL_CHECK(hub.openFile(path()));
        DL_CHECK(!hub.isReadOnly());
    }

    QString path() const { return toQPath(file.path); }
    QString pathOf(std::string_view name) const { return toQPath(file.folder / name); }

    SampleFile file = makeSampleFile();
    SessionHub hub;
    EditIntents intents{hub};
    Selection selection;
    ViewFilter filter{hub};
    WhatIf whatIf{hub};
    ViewContext context{hub, intents, selection, filter, whatIf};
};

// The errors that a hub told of while this lived.
class FailureSpy {
public:
    explicit FailureSpy(SessionHub &hub)
    {
        QObject::connect(&hub, &SessionHub::failed, &m_receiver,
                         [this](const Error &error) { m_errors.push_back(error); });
    }
    std::size_t count() const { return m_errors.size(); }
    bool isOnly(ErrorCode code) const
    {
        return m_errors.size() == 1 && m_errors.front().code == code;
    }

private:
    QObject m_receiver;
    std::vector<Error> m_errors;
};

}  // namespace dateline::ui
