// SPDX-License-Identifier: Apache-2.0
#include "trace/step_writer.h"

namespace gainshare {

std::string StepWriter::full_id(std::string_view id) const {
  std::string full{id};
  return id.find('.') == std::string_view::npos ? prefix_ + "." + full : full;
}

void StepWriter::cite(Rule rule) { source_ = source_of(rule, false); }

Step& StepWriter::step(Words words, Op op, Inputs inputs, const Source& source) {
  Step& added = trace_.emplace_back();
  added.id = full_id(words.id);
  added.label = words.label;
  added.op = op;
  for (const std::string_view input : inputs.views_) added.inputs.push_back(full_id(input));
  for (const std::string& input : inputs.texts_) added.inputs.push_back(full_id(input));
  added.source = source;
  return added;
}

std::string_view StepWriter::given(Words words, Money value, const Source& source) {
  step(words, Op::Given, {}, source).value = Amount{value}.exact_cents();
  return words.id;
}

std::string_view StepWriter::given(Words words, const Ratio& value, Unit unit,
                                   const Source& source) {
  Step& added = step(words, Op::Given, {}, source);
  added.value = value.exact();
  added.unit = unit;
  return words.id;
}

std::string_view StepWriter::given(Words words, bool value, const Source& source) {
  Step& added = step(words, Op::Given, {}, source);
  added.value = value;
  added.unit = Unit::Truth;
  return words.id;
}

Step& StepWriter::amount(Words words, Op op, Inputs inputs, const Amount& value) {
  Step& added = step(words, op, inputs, source_);
  added.value = value.exact_cents();
  return added;
}

Step& StepWriter::fraction(Words words, Op op, Inputs inputs, const Ratio& value) {
  Step& added = step(words, op, inputs, source_);
  added.value = value.exact();
  added.unit = Unit::Fraction;
  return added;
}

Step& StepWriter::truth(Words words, Op op, Inputs inputs, bool value) {
  Step& added = step(words, op, inputs, source_);
  added.value = value;
  added.unit = Unit::Truth;
  return added;
}

}  // namespace gainshare
