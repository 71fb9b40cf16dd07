// SPDX-License-Identifier: GPL-3.0-or-later
// The program's version. The build passes it in from the project() line.
#pragma once

#ifndef DATELINE_VERSION
#define DATELINE_VERSION "0"
#endif
