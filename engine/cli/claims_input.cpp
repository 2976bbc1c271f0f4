// SPDX-License-Identifier: Apache-2.0
#include "cli/claims_input.h"

#include <zlib.h>

#include <sys/stat.h>
#include <cstdint>
#include <cstdio>
#include <memory>

#include "cli/streams.h"
#include "json/document.h"

namespace gainshare::cli {
namespace {

struct CloseGz {
  void operator()(gzFile file) const { gzclose(file); }
};
using GzFile = std::unique_ptr<gzFile_s, CloseGz>;

// Part `first` of `second`, counted from 1; 1/1 where the text is none.
std::optional<std::pair<std::uint64_t, std::uint64_t>> read_part(const std::string& text) {
  unsigned long long part = 0;
  unsigned long long parts = 0;
  char after = 0;
  if (std::sscanf(text.c_str(), "%llu/%llu%c", &part, &parts, &after) != 2) return std::nullopt;
  if (part < 1 || part > parts) return std::nullopt;
  return std::pair{part, parts};
}

// Bytes that begin in the part; of a packed file the unpacked bytes, whose number nobody knows
// before: it is one part.
ByteRange range_of(const std::string& path, FileKind kind, const std::string& part_text,
                   bool packed) {
  const auto part = read_part(part_text).value_or(std::pair{std::uint64_t{1}, std::uint64_t{1}});
  const auto [number, parts] = part;
  if (parts == 1) return {};
  struct stat status {};
  const bool whole_file = kind != FileKind::Claims || packed || stat(path.c_str(), &status) != 0;
  // Of what is not cut, the first part has all.
  if (whole_file) return number == 1 ? ByteRange{} : ByteRange{.begin = 0, .end = 0};
  const auto size = static_cast<std::uint64_t>(status.st_size);
  ByteRange range{.begin = size / parts * (number - 1)};
  if (number < parts) range.end = size / parts * number;
  return range;
}

GzFile open_packed(const std::string& path) {
  GzFile in{path == "-" ? gzdopen(fileno(stdin), "rb") : gzopen(path.c_str(), "rb")};
  constexpr unsigned kBuffer = 1U << 18U;
  if (in == nullptr) {
    print_error(path + ": cannot be read.\n");
  } else {
    gzbuffer(in.get(), kBuffer);
  }
  return in;
}

// The bytes of the file that the session was told of, until it has `end` of them and what may
// belong to the row that they end in. False where the packed file is damaged.
bool take_bytes(json::PopulationSession& session, const GzFile& in, std::uint64_t end) {
  std::uint64_t total = 0;
  while (total < end || total - end < kLongestRow) {
    const int read = gzread(in.get(), session.space(), static_cast<unsigned>(session.capacity()));
    if (read < 0) return false;
    total += static_cast<std::uint64_t>(read);
    if (read == 0 || !session.take(static_cast<std::size_t>(read))) break;
  }
  return true;
}

bool all_good(const std::string& path, bool whole, const Issues& issues) {
  if (!whole) print_error(path + ": the packed file is damaged.\n");
  for (const Issue& issue : issues) {
    print_error(issue.path + ": " + issue.message + "\n");
  }
  return whole && issues.empty();
}

bool read_file(json::PopulationSession& session, FileToRead file, const std::string& mapping,
               const std::string& part) {
  const std::string path = file.name;
  const GzFile in = open_packed(path);
  if (in == nullptr) return false;
  file.part = range_of(path, file.kind, part, gzdirect(in.get()) == 0);
  const std::uint64_t end = file.part.end;
  Issues issues = session.begin_file(std::move(file), mapping);
  if (!issues.empty()) return all_good(path, true, issues);
  const bool whole = take_bytes(session, in, end);
  const auto report = session.end_file();
  return all_good(path, whole, report ? Issues{} : report.issues());
}

bool read_risk_table(json::PopulationSession& session, RiskTableKind kind,
                     const std::string& path) {
  const GzFile in = open_packed(path);
  if (in == nullptr) return false;
  session.begin_risk_table(kind, path);
  const bool whole = take_bytes(session, in, RiskTableIntake::kMostBytes);
  const auto table = session.end_risk_table();
  return all_good(path, whole, table ? Issues{} : table.issues());
}

}  // namespace

bool read_claims_files(json::PopulationSession& session, const PopulationOptions& options) {
  if (!read_part(options.part)) {
    print_error("--part: \"" + options.part + "\" is no part. Enter one such as 2/4.\n");
    return false;
  }
  std::optional<std::string> mapping{std::string{}};
  if (!options.mapping.empty()) mapping = read_input(options.mapping, json::Limits{}.bytes);
  if (!mapping) return false;
  bool good = true;
  const auto read_all = [&](FileKind kind, const std::vector<std::string>& paths) {
    for (const std::string& path : paths) {
      good = read_file(session, {.kind = kind, .name = path}, *mapping, options.part) && good;
    }
  };
  read_all(FileKind::Roster, options.roster);
  read_all(FileKind::Eligibility, options.eligibility);
  read_all(FileKind::Claims, options.claims);
  return good;
}

bool read_risk_files(json::PopulationSession& session, const PopulationOptions& options) {
  bool good = true;
  for (std::size_t i = 0; i < options.risk_tables.size(); ++i) {
    const std::string& path = options.risk_tables[i];
    if (path.empty()) continue;
    good = read_risk_table(session, kRiskTableKindNames[i].first, path) && good;
  }
  return good;
}

std::optional<std::string> read_whole_file(const std::string& path) {
  return read_input(path, SIZE_MAX - 1);
}

bool write_whole_file(const std::string& path, std::string_view bytes) {
  if (path == "-") {
    print(bytes);
    return true;
  }
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  const bool written =
      file != nullptr && std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  if (file != nullptr && std::fclose(file) == 0 && written) return true;
  print_error(path + ": cannot be written.\n");
  return false;
}

}  // namespace gainshare::cli
