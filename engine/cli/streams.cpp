// SPDX-License-Identifier: Apache-2.0
#include "cli/streams.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

namespace gainshare::cli {
namespace {

void report(const std::string& path, int error) {
  print_error(path + ": cannot be read: " + std::strerror(error) + "\n");
}

}  // namespace

std::optional<std::string> read_input(const std::string& path, std::size_t limit) {
  const bool standard = path == "-";
  std::FILE* const file = standard ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    report(path, errno);
    return std::nullopt;
  }
  std::string bytes;
  std::array<char, 65536> chunk;
  std::size_t count = 0;
  while (bytes.size() <= limit && (count = std::fread(chunk.data(), 1, chunk.size(), file)) > 0) {
    bytes.append(chunk.data(), count);
  }
  const int error = std::ferror(file) != 0 ? errno : 0;
  if (!standard) std::fclose(file);
  if (error == 0) return bytes;
  report(path, error);
  return std::nullopt;
}

void print(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void print_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

void print_issue(const Issue& issue, const std::string& file, std::string_view top) {
  std::string_view path = issue.path;
  if (path.substr(0, top.size()) == top) path.remove_prefix(top.size());
  std::string line = file + ": ";
  if (!path.empty()) line += std::string{path} + ": ";
  print_error(line + issue.message + "\n");
}

}  // namespace gainshare::cli
