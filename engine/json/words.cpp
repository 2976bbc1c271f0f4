// SPDX-License-Identifier: Apache-2.0
#include "json/words.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace gainshare::json {
namespace {

constexpr std::size_t kShownBytes = 60;
constexpr std::size_t kLongestGuess = 60;  // longer words are not compared: nobody meant them

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// Edit distance with swaps of neighbours (optimal string alignment), three rows at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

}  // namespace

std::string label_of(std::string_view key) {
  constexpr std::string_view kCents = "_cents";
  if (key.size() > kCents.size() && key.substr(key.size() - kCents.size()) == kCents) {
    key.remove_suffix(kCents.size());
  }
  std::string label = shortened(key);
  std::replace(label.begin(), label.end(), '_', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  }
  return label;
}

std::string shortened(std::string_view text) {
  if (text.size() <= kShownBytes) return std::string{text};
  std::size_t end = kShownBytes;
  while (end > 0 && is_continuation(text[end])) --end;
  return std::string{text.substr(0, end)} + "…";
}

std::string in_quotes(std::string_view text) { return "\"" + shortened(text) + "\""; }

std::string listed(std::span<const std::string_view> words) {
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> words) {
  if (word.size() > kLongestGuess) return {};
  std::string_view best;
  // A third of the word may be wrong: "shareing_rat" is a slip, "rate" for "title" is not.
  std::size_t limit = word.size() / 3 + 1;
  for (const std::string_view candidate : words) {
    const std::size_t found = distance(word, candidate);
    if (found < limit && found < candidate.size()) {
      best = candidate;
      limit = found;
    }
  }
  return best;
}

}  // namespace gainshare::json
