// SPDX-License-Identifier: Apache-2.0
#include "population/intake/field_ends.h"

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace gainshare {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kWrittenAtOnce = 12;

// One bit for each byte of a block, the first byte lowest.
using Bits = std::uint64_t;

#ifdef __SSE2__
// Emscripten turns these intrinsics into WebAssembly's own, so one text serves both.
class Block {
 public:
  explicit Block(const char* text) {
    for (std::size_t i = 0; i < 4; ++i) {
      parts_[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + 16 * i));
    }
  }
  Bits where(char c) const {
    const __m128i wanted = _mm_set1_epi8(c);
    return bits(0, wanted) | bits(1, wanted) << 16U | bits(2, wanted) << 32U |
           bits(3, wanted) << 48U;
  }

 private:
  Bits bits(std::size_t part, __m128i wanted) const {
    const int mask = _mm_movemask_epi8(_mm_cmpeq_epi8(parts_[part], wanted));
    return static_cast<Bits>(static_cast<unsigned>(mask));
  }
  __m128i parts_[4];
};
#else
class Block {
 public:
  explicit Block(const char* text) : text_(text) {}
  Bits where(char c) const {
    Bits bits = 0;
    for (unsigned i = 0; i < kBlock; ++i) bits |= Bits{text_[i] == c} << i;
    return bits;
  }

 private:
  const char* text_;
};
#endif

// Bit i of the answer: the exclusive or of bits 0 to i.
Bits running_xor(Bits bits) {
  for (unsigned shift = 1; shift < kBlock; shift *= 2) bits ^= bits << shift;
  return bits;
}

// Writes the places of the set bits. Twelve at a time without asking, because a branch for each
// would be mispredicted more often than the writing of a few too many costs.
std::uint32_t* write_places(Bits bits, std::uint32_t base, std::uint32_t* out) {
  std::uint32_t* const after = out + std::popcount(bits);
  const auto write = [&](unsigned i) {
    out[i] = base + static_cast<std::uint32_t>(std::countr_zero(bits));
    bits &= bits - 1;
  };
  while (out < after) {
    write(0), write(1), write(2), write(3), write(4), write(5);
    write(6), write(7), write(8), write(9), write(10), write(11);
    out += kWrittenAtOnce;
  }
  return after;
}

// `inside` is all ones while a quote is open at the beginning of the block, else 0.
Bits inside_quotes(Bits quotes, Bits& inside) {
  if (quotes == 0) return inside;
  const Bits result = running_xor(quotes) ^ inside;
  inside = Bits{0} - (result >> (kBlock - 1));
  return result;
}

}  // namespace

void find_field_ends(const char* text, std::size_t begin, std::size_t end, Separators separators,
                     FieldEnds& found) {
  // At worst every byte ends a cell; the writer of places goes some too far.
  if (found.ends.size() < end - begin + kBlock + kWrittenAtOnce) {
    found.ends.resize(end - begin + kBlock + kWrittenAtOnce);
    found.rows.resize(end - begin + kBlock);
  }
  std::uint32_t* out = found.ends.data();
  std::uint32_t* row = found.rows.data();
  Bits inside = 0;
  Bits any_quote = 0;
  for (std::size_t at = begin; at < end; at += kBlock) {
    const Block block{text + at};
    const Bits valid = end - at >= kBlock ? ~Bits{0} : (Bits{1} << (end - at)) - 1;
    const Bits quotes = block.where('"') & valid;
    const Bits outside = ~inside_quotes(quotes, inside) & valid;
    Bits lines = block.where(separators.line) & outside;
    const Bits ends = (block.where(separators.cell) & outside) | lines;
    any_quote |= quotes;
    const auto before = static_cast<std::uint32_t>(out - found.ends.data());
    for (; lines != 0; lines &= lines - 1) {
      const Bits up_to_line = (lines & (Bits{0} - lines)) * 2 - 1;
      *row++ = before + static_cast<std::uint32_t>(std::popcount(ends & up_to_line));
    }
    out = write_places(ends, static_cast<std::uint32_t>(at), out);
  }
  found.end_count = static_cast<std::size_t>(out - found.ends.data());
  found.row_count = static_cast<std::size_t>(row - found.rows.data());
  found.quotes = any_quote != 0;
}

}  // namespace gainshare
