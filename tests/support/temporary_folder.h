// SPDX-License-Identifier: GPL-3.0-or-later
// A folder for one test, removed with all that is in it; and what tests ask of files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder &&other) noexcept;
    TemporaryFolder &operator=(TemporaryFolder &&other) noexcept;

    const std::filesystem::path &path() const { return m_path; }
    std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    std::vector<std::string> fileNames() const;  // sorted

private:
    std::filesystem::path m_path;
};

std::string readFile(const std::filesystem::path &path);
void writeFile(const std::filesystem::path &path, std::string_view bytes);

// The folder of data that tests use in place, from DATELINE_SHARED_DATA or beside the checkout;
// empty where it is absent and the test must skip itself.
std::filesystem::path sharedData();

}  // namespace dateline
