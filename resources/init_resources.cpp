// SPDX-License-Identifier: GPL-3.0-or-later
#include "resources/init_resources.h"

#include <QtCore/qglobal.h>
#include <QtCore/qresource.h>

// What rcc writes is in the global namespace, so the macro, which declares it, must stand there
// too.
static void registerCompiledResources()
{
    Q_INIT_RESOURCE(icons);
    Q_INIT_RESOURCE(content);
}

namespace dateline::ui {

void initResources()
{
    registerCompiledResources();
}

}  // namespace dateline::ui
