// SPDX-License-Identifier: Apache-2.0
// Catch2 as Debian 12 (2.13, one header) and Debian 13 (3.x) ship it, and a skip for both.
#pragma once

#include <string_view>

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#define GAINSHARE_CATCH_VERSION 3
#else
#include <catch2/catch.hpp>
#define GAINSHARE_CATCH_VERSION 2
// Catch2 3 keeps these in namespace Catch; the 2.x spelling is the same but for the header.
#endif

namespace gainshare::test {

// Marks the running test case as skipped and prints why. Call it through SKIP_TEST.
void mark_skipped(std::string_view reason);

}  // namespace gainshare::test

// Ends the running test case as skipped: counted as such, never as passed. Catch2 2.x has no SKIP.
#define SKIP_TEST(reason)                    \
  do {                                       \
    ::gainshare::test::mark_skipped(reason); \
    SUCCEED(reason);                         \
    return;                                  \
  } while (false)
