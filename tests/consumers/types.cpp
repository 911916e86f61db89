// The types alone, from headers: nothing compiled is linked.
#include <kvalitet/base/text.hpp>

int main() { return kvalitet::Text("Höstlov") == "Höstlov" ? 0 : 1; }
