// SPDX-License-Identifier: Apache-2.0
#include "population/intake/intake.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <tuple>

namespace gainshare {
namespace {

constexpr std::int64_t kLargestSum = 2 * kLargestCents;

// Without its sign, and no more than what is too much anyway.
std::int64_t size_of(std::int64_t cents) {
  return std::abs(std::clamp(cents, -kLargestSum, kLargestSum));
}

}  // namespace

Intake::Intake() {
  for (Dictionary* const with_empty : {&providers, &codes, &sources, &words}) {
    with_empty->number(std::string_view{});
  }
}

FileReport& Intake::report(FileKind kind, const std::string& name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const FileReport& file) {
    return file.kind == kind && file.name == name;
  });
  if (found != files.end()) return *found;
  files.emplace_back();
  files.back().kind = kind;
  files.back().name = name;
  return files.back();
}

void Intake::add_line(const ClaimLine& line) {
  if (line.line != kNoLineNumber && !claims.add_line(line.claim, line.line)) {
    repeated_claims.push_back(line.claim);
  }
  amounts_cents =
      std::min(amounts_cents + size_of(line.paid_cents) + size_of(line.allowed_cents), kLargestSum);
  log.append(line);
}

std::vector<const FileReport*> files_in_order(const Intake& intake) {
  std::vector<const FileReport*> files;
  for (const FileReport& file : intake.files) files.push_back(&file);
  std::sort(files.begin(), files.end(), [](const FileReport* a, const FileReport* b) {
    return std::tie(a->kind, a->name) < std::tie(b->kind, b->name);
  });
  return files;
}

Setting setting_of(const std::string& joined) {
  Setting setting;
  std::string* const parts[] = {&setting.claim_type, &setting.place_of_service, &setting.bill_type,
                                &setting.revenue_code};
  std::size_t part = 0;
  for (const char c : joined) {
    if (c == Intake::kUnit && part < 3)
      ++part;
    else
      parts[part]->push_back(c);
  }
  return setting;
}

}  // namespace gainshare
