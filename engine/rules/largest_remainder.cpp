// SPDX-License-Identifier: Apache-2.0
#include "rules/largest_remainder.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

#include "core/rounding.h"

namespace gainshare {
namespace {

constexpr Rounding kWholeCents{.mode = RoundingMode::Down, .place = RoundingPlace::Cent};

std::optional<Ratio> sum_of(const std::vector<Ratio>& weights) {
  Ratio sum;
  for (const Ratio& weight : weights) {
    if (weight.sign() < 0) return std::nullopt;
    sum = sum + weight;
  }
  if (!sum.valid() || sum.sign() == 0) return std::nullopt;
  return sum;
}

// The parts by descending remainder; equal ones keep their order.
std::vector<std::size_t> by_remainder(const Apportioned& split) {
  std::vector<Amount> remainders;
  for (std::size_t i = 0; i < split.exact.size(); ++i) {
    remainders.push_back(split.exact[i] - Amount{split.cents[i]});
  }
  std::vector<std::size_t> order(remainders.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&remainders](std::size_t a, std::size_t b) {
    return remainders[a] > remainders[b];
  });
  return order;
}

}  // namespace

std::optional<Apportioned> apportion(Money total, const std::vector<Ratio>& weights) {
  const std::optional<Ratio> sum = sum_of(weights);
  if (total < Money{} || !sum) return std::nullopt;
  Apportioned split;
  Money left = total;
  for (const Ratio& weight : weights) {
    split.exact.push_back(Amount{total} * (weight / *sum));
    const std::optional<Money> down = round(split.exact.back(), kWholeCents);
    if (!down) return std::nullopt;
    split.cents.push_back(*down);
    left = left - *down;
  }
  // Fewer cents are left than there are remainders above zero, so each goes to one of those.
  for (const std::size_t i : by_remainder(split)) {
    if (left == Money{}) break;
    split.cents[i] = split.cents[i] + Money::cents(1);
    left = left - Money::cents(1);
  }
  return split;
}

}  // namespace gainshare
