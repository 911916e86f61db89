#pragma once
// KVALITET_API marks what a shared library lets its users call, catch and identify: compiled functions, and classes
// with compiled members. Everything else in it is hidden. The build defines KVALITET_SHARED where the library is
// shared.

#if !defined(KVALITET_SHARED)
#define KVALITET_API
#elif !defined(_WIN32)
#define KVALITET_API __attribute__((visibility("default")))
#elif defined(KVALITET_BUILDING)
#define KVALITET_API __declspec(dllexport)
#else
#define KVALITET_API __declspec(dllimport)
#endif
