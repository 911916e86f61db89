// Takes the locale of the environment, so that a test run under LC_ALL finds what depends on it.
#include <catch2/catch_session.hpp>
#include <locale>

int main(int argc, char* argv[]) {
  std::locale::global(std::locale(""));
  return Catch::Session().run(argc, argv);
}
