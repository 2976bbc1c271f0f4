// SPDX-License-Identifier: Apache-2.0
// main() of every Catch2 executable, and a listener that counts the test cases and closes with the
// one line that scripts/test adds up: "tests: N passed, N failed, N skipped".
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_RUNNER
#endif
#include <cstdio>
#include <string>

#include "support/catch.h"

namespace gainshare::test {
namespace {

// CTest's SKIP_RETURN_CODE: cases were skipped, none ran.
constexpr int kAllSkipped = 4;

struct Counts {
  int passed = 0;
  int failed = 0;
  int skipped = 0;
  bool current_skipped = false;
};

// One per process, as the test runner itself is.
Counts& counts() {
  static Counts instance;
  return instance;
}

#if GAINSHARE_CATCH_VERSION == 3
using ListenerBase = Catch::EventListenerBase;
#else
using ListenerBase = Catch::TestEventListenerBase;
#endif

class CountingListener : public ListenerBase {
 public:
  using ListenerBase::ListenerBase;

  void testCaseStarting(Catch::TestCaseInfo const&) override { counts().current_skipped = false; }

  void testCaseEnded(Catch::TestCaseStats const& stats) override {
    Counts& total = counts();
    if (!stats.totals.assertions.allOk()) {
      ++total.failed;
    } else if (total.current_skipped) {
      ++total.skipped;
    } else {
      ++total.passed;
    }
  }
};

CATCH_REGISTER_LISTENER(CountingListener)

}  // namespace

void mark_skipped(std::string_view reason) {
  counts().current_skipped = true;
  std::printf("skipped: %.*s\n", static_cast<int>(reason.size()), reason.data());
}

}  // namespace gainshare::test

int main(int argc, char* argv[]) {
  using gainshare::test::counts;
  Catch::Session session;
  const int bad_arguments = session.applyCommandLine(argc, argv);
  if (bad_arguments != 0) return bad_arguments;
  const int result = session.run();
  std::printf("tests: %d passed, %d failed, %d skipped\n", counts().passed, counts().failed,
              counts().skipped);
  const bool nothing_ran = counts().passed == 0 && counts().failed == 0 && counts().skipped > 0;
  return result == 0 && nothing_ran ? gainshare::test::kAllSkipped : result;
}
