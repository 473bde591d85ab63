// Qt Test's comparison for the core's strings: a failure prints both.
#pragma once

#include <QString>
#include <QtTest>
#include <string_view>

namespace turnwise::support {

inline QString in_qt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace turnwise::support

#define COMPARE_TEXT(actual, expected) \
    QCOMPARE(turnwise::support::in_qt(actual), turnwise::support::in_qt(expected))
