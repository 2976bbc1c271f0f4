// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "trace/step.h"

namespace gainshare {

// Appends steps of one stream to a trace; every id it takes or gives is the name of a quantity
// without the stream's prefix, except ids that already carry one ("projection.…").
class StepWriter {
 public:
  StepWriter(Trace& trace, std::string prefix) : trace_(trace), prefix_(std::move(prefix)) {}

  // What a step says beside its value.
  struct Words {
    std::string_view id;
    std::string_view label;
  };
  using Inputs = std::vector<std::string_view>;

  // Each returns the id without prefix, so that it can be the input of the next step.
  std::string_view given(Words words, Money value, const Source& source);
  std::string_view given(Words words, const Ratio& value, Unit unit, const Source& source);
  std::string_view given(Words words, bool value, const Source& source);
  Step& step(Words words, Op op, const Inputs& inputs, const Source& source);
  Step& amount(Words words, Op op, const Inputs& inputs, const Amount& value);
  Step& fraction(Words words, Op op, const Inputs& inputs, const Ratio& value);
  Step& truth(Words words, Op op, const Inputs& inputs, bool value);

  // The source of the steps that follow, until it is changed.
  void cite(Source source) { source_ = std::move(source); }
  const Source& cited() const { return source_; }

 private:
  std::string full_id(std::string_view id) const;
  Trace& trace_;
  std::string prefix_;
  Source source_;
};

}  // namespace gainshare
