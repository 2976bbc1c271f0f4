// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/money.h"
#include "trace/rule_sources.h"
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
  // The ids of a step's inputs for as long as a call takes: in braces, or in a list made before.
  class Inputs {
   public:
    Inputs(std::initializer_list<std::string_view> ids) : views_(ids.begin(), ids.size()) {}
    Inputs(const std::vector<std::string_view>& ids) : views_(ids) {}
    Inputs(const std::vector<std::string>& ids) : texts_(ids) {}

   private:
    friend class StepWriter;
    std::span<const std::string_view> views_;
    std::span<const std::string> texts_;
  };

  // Each returns the id without prefix, so that it can be the input of the next step. Where no
  // source is named, the experience states the figure.
  std::string_view given(Words words, Money value) { return given(words, value, stated_); }
  std::string_view given(Words words, const Ratio& value, Unit unit) {
    return given(words, value, unit, stated_);
  }
  std::string_view given(Words words, bool value) { return given(words, value, stated_); }
  std::string_view given(Words words, Money value, const Source& source);
  std::string_view given(Words words, const Ratio& value, Unit unit, const Source& source);
  std::string_view given(Words words, bool value, const Source& source);
  Step& step(Words words, Op op, Inputs inputs, const Source& source);
  Step& amount(Words words, Op op, Inputs inputs, const Amount& value);
  Step& fraction(Words words, Op op, Inputs inputs, const Ratio& value);
  Step& truth(Words words, Op op, Inputs inputs, bool value);

  // The source of the steps that follow, until it is changed.
  void cite(const Source& source) { source_ = source; }
  void cite(Rule rule);
  const Source& cited() const { return source_; }
  // That of what the experience states.
  const Source& stated() const { return stated_; }

 private:
  std::string full_id(std::string_view id) const;
  Trace& trace_;
  std::string prefix_;
  Source source_;
  Source stated_{"experience", Status::Contract, {}};
};

}  // namespace gainshare
