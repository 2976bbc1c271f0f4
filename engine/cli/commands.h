// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gainshare::cli {

enum class Format : std::uint8_t { Json, Text, Csv };

struct SettleOptions {
  std::string contract;
  std::string experience;
  bool trace = false;
  Format format = Format::Json;
};

struct BacktestOptions {
  std::vector<std::string> files;
  std::optional<std::int32_t> year;
  Format format = Format::Csv;
};

// Each runs one command and returns the exit code.
int settle(const SettleOptions& options);
int validate(const std::string& contract);
int describe(Format format);
int backtest(const BacktestOptions& options);
int batch(const std::string& input, bool trace);

}  // namespace gainshare::cli
