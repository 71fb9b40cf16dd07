// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/lane_kernels.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#if defined(__x86_64__) && defined(__GNUC__)
#define DL_HAS_WIDE_LANES 1
#define DL_WITH_AVX2 __attribute__((target("avx2")))
#define DL_WITH_AVX512 __attribute__((target("avx512f,avx512dq,prefer-vector-width=512")))
#else
#define DL_HAS_WIDE_LANES 0
#endif
#define DL_INLINE inline __attribute__((always_inline))

namespace dateline {

namespace {

// A vector type of the compiler: it becomes one register, two, or four.
typedef float Lanes __attribute__((vector_size(kLanes * sizeof(float))));

constexpr float kNearest = 1e-6F;  // squared; keeps what stands in one spot finite

DL_INLINE Lanes allOf(float value)
{
    Lanes lanes;
    for (std::size_t i = 0; i < kLanes; ++i)
        lanes[i] = value;
    return lanes;
}

DL_INLINE Lanes loaded(const float *from)
{
    Lanes lanes;
    std::memcpy(&lanes, from, sizeof lanes);
    return lanes;
}

DL_INLINE void store(float *to, const Lanes &lanes)
{
    std::memcpy(to, &lanes, sizeof lanes);
}

DL_INLINE Lanes rootOf(const Lanes &lanes)
{
    Lanes root;
    for (std::size_t i = 0; i < kLanes; ++i)
        root[i] = __builtin_sqrtf(lanes[i]);
    return root;
}

DL_INLINE float sumOf(const Lanes &lanes)
{
    float halves[kLanes];
    store(halves, lanes);
    for (std::size_t width = kLanes / 2; width > 0; width /= 2)
        for (std::size_t i = 0; i < width; ++i)
            halves[i] += halves[i + width];
    return halves[0];
}

DL_INLINE void pushesBody(const BodyList &list, const float *x, const float *y, std::size_t count,
                          float *pushX, float *pushY)
{
    for (std::size_t body = 0; body < count; ++body) {
        const Lanes hereX = allOf(x[body]);
        const Lanes hereY = allOf(y[body]);
        const Lanes nearest = allOf(kNearest);
        Lanes sumX = allOf(0);
        Lanes sumY = allOf(0);
        for (std::size_t i = 0; i < list.count; i += kLanes) {
            const Lanes awayX = hereX - loaded(list.x + i);
            const Lanes awayY = hereY - loaded(list.y + i);
            const Lanes strength =
                loaded(list.mass + i) / (awayX * awayX + awayY * awayY + nearest);
            sumX += strength * awayX;
            sumY += strength * awayY;
        }
        pushX[body] = sumOf(sumX);
        pushY[body] = sumOf(sumY);
    }
}

// The far ends of the links of some nodes, each row filled up to whole lanes: gathered one by one
// first and computed later, since a wide load right after narrow stores would wait for them.
class GatheredRows {
public:
    GatheredRows() : m_x(kRoom), m_y(kRoom), m_weight(kRoom) {}

    // Takes rows from the node on while there is room, one at the least; returns the node after.
    std::size_t gather(const LinkRows &rows, std::size_t node, std::size_t last)
    {
        std::size_t filled = 0;
        for (; node < last; ++node) {
            const std::size_t begin = rows.begin[node];
            const std::size_t count = rows.begin[node + 1] - begin;
            const std::size_t end = filled + paddedToLanes(count);
            if (end > m_x.size()) {
                if (filled > 0)
                    break;
                m_x.resize(end);
                m_y.resize(end);
                m_weight.resize(end);
            }
            for (std::size_t i = 0; i < count; ++i, ++filled) {
                const std::uint32_t other = rows.neighbours[begin + i];
                m_x[filled] = rows.x[other];
                m_y[filled] = rows.y[other];
                m_weight[filled] = rows.weights[begin + i];
            }
            for (; filled < end; ++filled)
                m_x[filled] = m_y[filled] = m_weight[filled] = 0;
        }
        return node;
    }
    const float *x() const { return m_x.data(); }
    const float *y() const { return m_y.data(); }
    const float *weight() const { return m_weight.data(); }

private:
    static constexpr std::size_t kRoom = 2048;

    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<float> m_weight;
};

template <LinkLaw law>
DL_INLINE void pullsBody(const LinkRows &rows, const GatheredRows &ends, std::size_t first,
                         std::size_t last, float *pullX, float *pullY, float *strength)
{
    const Lanes nearest = allOf(kNearest);
    std::size_t at = 0;
    for (std::size_t node = first; node < last; ++node) {
        const Lanes hereX = allOf(rows.x[node]);
        const Lanes hereY = allOf(rows.y[node]);
        Lanes sumX = allOf(0);
        Lanes sumY = allOf(0);
        Lanes sum = allOf(0);
        const std::size_t end = at + paddedToLanes(rows.begin[node + 1] - rows.begin[node]);
        for (; at < end; at += kLanes) {
            const Lanes toX = loaded(ends.x() + at) - hereX;
            const Lanes toY = loaded(ends.y() + at) - hereY;
            const Lanes fourth = rootOf(rootOf(rootOf(toX * toX + toY * toY + nearest)));
            Lanes divisor = fourth;
            if constexpr (law == LinkLaw::SquareRoot)
                divisor = fourth * fourth;
            if constexpr (law == LinkLaw::FourthRoot)
                divisor = fourth * fourth * fourth;
            const Lanes pull = loaded(ends.weight() + at) / divisor;
            sumX += pull * toX;
            sumY += pull * toY;
            sum += pull;
        }
        pullX[node] = sumOf(sumX);
        pullY[node] = sumOf(sumY);
        strength[node] = sumOf(sum);
    }
}

DL_INLINE void pullsBody(const LinkRows &rows, LinkLaw law, std::size_t first, std::size_t last,
                         float *pullX, float *pullY, float *strength)
{
    thread_local GatheredRows ends;
    while (first < last) {
        const std::size_t next = ends.gather(rows, first, last);
        if (law == LinkLaw::NearlyLinear)
            pullsBody<LinkLaw::NearlyLinear>(rows, ends, first, next, pullX, pullY, strength);
        else if (law == LinkLaw::SquareRoot)
            pullsBody<LinkLaw::SquareRoot>(rows, ends, first, next, pullX, pullY, strength);
        else
            pullsBody<LinkLaw::FourthRoot>(rows, ends, first, next, pullX, pullY, strength);
        first = next;
    }
}

DL_INLINE StepFit pivotsBody(const PivotRows &rows, std::size_t first, std::size_t last,
                             float *pullX, float *pullY, float *strength)
{
    const Lanes one = allOf(1);
    const Lanes nearest = allOf(kNearest);
    const Lanes unit = allOf(rows.unit);
    Lanes lengths = allOf(0);
    Lanes squares = allOf(0);
    for (std::size_t block = first; block < last; ++block) {
        const Lanes hereX = loaded(rows.x + block * kLanes);
        const Lanes hereY = loaded(rows.y + block * kLanes);
        const float *wanted = rows.wanted + block * rows.pivots * kLanes;
        Lanes sumX = allOf(0);
        Lanes sumY = allOf(0);
        Lanes sum = allOf(0);
        for (std::size_t pivot = 0; pivot < rows.pivots; ++pivot, wanted += kLanes) {
            const Lanes awayX = hereX - allOf(rows.pivotX[pivot]);
            const Lanes awayY = hereY - allOf(rows.pivotY[pivot]);
            const Lanes squared = awayX * awayX + awayY * awayY + nearest;
            const Lanes length = rootOf(squared);
            const Lanes near = one / loaded(wanted);
            const Lanes weight = near * near;
            const Lanes stretch = unit * near / length - weight;
            sumX += stretch * awayX;
            sumY += stretch * awayY;
            sum += weight;
            lengths += near * length;
            squares += weight * squared;
        }
        store(pullX + block * kLanes, sumX);
        store(pullY + block * kLanes, sumY);
        store(strength + block * kLanes, sum);
    }
    return {sumOf(lengths), sumOf(squares)};
}

#if DL_HAS_WIDE_LANES
DL_WITH_AVX512 void pushes512(const BodyList &list, const float *x, const float *y,
                              std::size_t count, float *pushX, float *pushY)
{
    pushesBody(list, x, y, count, pushX, pushY);
}
DL_WITH_AVX2 void pushes256(const BodyList &list, const float *x, const float *y, std::size_t count,
                            float *pushX, float *pushY)
{
    pushesBody(list, x, y, count, pushX, pushY);
}
DL_WITH_AVX512 void pulls512(const LinkRows &rows, LinkLaw law, std::size_t first, std::size_t last,
                             float *pullX, float *pullY, float *strength)
{
    pullsBody(rows, law, first, last, pullX, pullY, strength);
}
DL_WITH_AVX2 void pulls256(const LinkRows &rows, LinkLaw law, std::size_t first, std::size_t last,
                           float *pullX, float *pullY, float *strength)
{
    pullsBody(rows, law, first, last, pullX, pullY, strength);
}
DL_WITH_AVX512 StepFit pivots512(const PivotRows &rows, std::size_t first, std::size_t last,
                                 float *pullX, float *pullY, float *strength)
{
    return pivotsBody(rows, first, last, pullX, pullY, strength);
}
DL_WITH_AVX2 StepFit pivots256(const PivotRows &rows, std::size_t first, std::size_t last,
                               float *pullX, float *pullY, float *strength)
{
    return pivotsBody(rows, first, last, pullX, pullY, strength);
}
#endif

int widthOfMachine()
{
#if DL_HAS_WIDE_LANES
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq"))
        return 512;
    if (__builtin_cpu_supports("avx2"))
        return 256;
#endif
    return 128;
}

const int kWidth = widthOfMachine();

}  // namespace

void sumPushes(const BodyList &list, const float *x, const float *y, std::size_t count,
               float *pushX, float *pushY)
{
#if DL_HAS_WIDE_LANES
    if (kWidth == 512)
        return pushes512(list, x, y, count, pushX, pushY);
    if (kWidth == 256)
        return pushes256(list, x, y, count, pushX, pushY);
#endif
    pushesBody(list, x, y, count, pushX, pushY);
}

void sumPulls(const LinkRows &rows, LinkLaw law, std::size_t first, std::size_t last, float *pullX,
              float *pullY, float *strength)
{
#if DL_HAS_WIDE_LANES
    if (kWidth == 512)
        return pulls512(rows, law, first, last, pullX, pullY, strength);
    if (kWidth == 256)
        return pulls256(rows, law, first, last, pullX, pullY, strength);
#endif
    pullsBody(rows, law, first, last, pullX, pullY, strength);
}

StepFit sumPivotPulls(const PivotRows &rows, std::size_t first, std::size_t last, float *pullX,
                      float *pullY, float *strength)
{
#if DL_HAS_WIDE_LANES
    if (kWidth == 512)
        return pivots512(rows, first, last, pullX, pullY, strength);
    if (kWidth == 256)
        return pivots256(rows, first, last, pullX, pullY, strength);
#endif
    return pivotsBody(rows, first, last, pullX, pullY, strength);
}

}  // namespace dateline
