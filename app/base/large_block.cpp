// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/large_block.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <mutex>
#include <new>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace dateline {

#if defined(__linux__)

namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20;
// As much as the columns of a million rows.
constexpr std::size_t kMostSpare = std::size_t{192} << 20;

std::size_t inLargePages(std::size_t bytes)
{
    return (bytes + kLargePage - 1) / kLargePage * kLargePage;
}

// From the system, at a multiple of a large page's size; null where there is none.
void *mapped(std::size_t size) noexcept
{
    // What is asked for too much is given back.
    void *const found = mmap(nullptr, size + kLargePage, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (found == MAP_FAILED)
        return nullptr;
    char *const begin = static_cast<char *>(found);
    const std::size_t past = reinterpret_cast<std::uintptr_t>(begin) % kLargePage;
    const std::size_t before = past == 0 ? 0 : kLargePage - past;
    if (before > 0)
        munmap(begin, before);
    if (before < kLargePage)
        munmap(begin + before + size, kLargePage - before);
    madvise(begin + before, size, MADV_HUGEPAGE);
    return begin + before;
}

class SpareBlocks {
public:
    // Null: there is none, and the caller gets one elsewhere.
    void *take(std::size_t size)
    {
        const std::lock_guard lock(m_mutex);
        ++m_inUse[size];
        const auto found = std::find_if(m_blocks.begin(), m_blocks.end(),
                                        [size](const Block &block) { return block.size == size; });
        if (found == m_blocks.end())
            return nullptr;
        void *const memory = found->memory;
        m_blocks.erase(found);
        m_size -= size;
        return memory;
    }
    bool keep(void *memory, std::size_t size) noexcept
    {
        const std::lock_guard lock(m_mutex);
        if (!m_areKept || m_size + size > kMostSpare || m_blocks.size() == m_blocks.capacity())
            return false;
        m_blocks.push_back({memory, size});
        m_size += size;
        return true;
    }
    void giveUp(std::size_t size) noexcept
    {
        const std::lock_guard lock(m_mutex);
        if (--m_inUse[size] == 0)
            m_inUse.erase(size);
    }
    // The size of a block that is in use without a spare one; 0: none is wanted.
    std::size_t wanted() const
    {
        const std::lock_guard lock(m_mutex);
        if (!m_areKept || m_blocks.size() == m_blocks.capacity())
            return 0;
        for (const auto &[size, inUse] : m_inUse) {
            const auto spare =
                std::count_if(m_blocks.begin(), m_blocks.end(),
                              [size = size](const Block &block) { return block.size == size; });
            if (spare < inUse)
                return m_size + size <= kMostSpare ? size : 0;
        }
        return 0;
    }
    std::size_t bytes() const
    {
        const std::lock_guard lock(m_mutex);
        return m_size;
    }
    void setKept(bool areKept) noexcept
    {
        const std::lock_guard lock(m_mutex);
        m_areKept = areKept;
        if (areKept)
            return;
        for (const Block &block : m_blocks)
            munmap(block.memory, block.size);
        m_blocks.clear();
        m_size = 0;
    }
    static SpareBlocks &all()
    {
        static auto *const blocks = new SpareBlocks;  // outlives every column
        return *blocks;
    }

private:
    struct Block {
        void *memory;
        std::size_t size;
    };
    SpareBlocks() { m_blocks.reserve(64); }

    mutable std::mutex m_mutex;
    std::map<std::size_t, int> m_inUse;  // blocks by size
    std::vector<Block> m_blocks;
    std::size_t m_size = 0;
    bool m_areKept = false;
};

}  // namespace

void *allocateBlock(std::size_t bytes)
{
    if (bytes < kLargeBlock)
        return ::operator new(bytes);
    const std::size_t size = inLargePages(bytes);
    void *block = SpareBlocks::all().take(size);
    if (block == nullptr)
        block = mapped(size);
    if (block == nullptr) {
        SpareBlocks::all().giveUp(size);
        throw std::bad_alloc();
    }
    return block;
}

void freeBlock(void *block, std::size_t bytes) noexcept
{
    if (bytes < kLargeBlock) {
        ::operator delete(block);
        return;
    }
    const std::size_t size = inLargePages(bytes);
    SpareBlocks::all().giveUp(size);
    if (!SpareBlocks::all().keep(block, size))
        munmap(block, size);
}

void prepareSpareBlocks() noexcept
{
    constexpr std::size_t kPage = 4'096;
    while (const std::size_t size = SpareBlocks::all().wanted()) {
        void *const block = mapped(size);
        if (block == nullptr)
            return;
        for (std::size_t i = 0; i < size; i += kPage)
            static_cast<volatile char *>(block)[i] = 0;
        if (!SpareBlocks::all().keep(block, size)) {
            munmap(block, size);
            return;
        }
    }
}

std::size_t spareBytes() noexcept
{
    return SpareBlocks::all().bytes();
}

void keepSpareBlocks(bool areKept) noexcept
{
    SpareBlocks::all().setKept(areKept);
}

#else

void *allocateBlock(std::size_t bytes)
{
    return ::operator new(bytes);
}

void freeBlock(void *block, std::size_t) noexcept
{
    ::operator delete(block);
}

void keepSpareBlocks(bool) noexcept {}

void prepareSpareBlocks() noexcept {}

std::size_t spareBytes() noexcept
{
    return 0;
}

#endif

}  // namespace dateline
