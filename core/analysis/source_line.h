// What a line of Python reads, assigns and asks, as far as its own text tells.
//
// No parser of Python: a line that is more than this understands (a string over several lines, a
// `lambda`) yields fewer names, never wrong ones. It is enough to say "this line reads `counter`".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace turnwise::analysis {

struct Token {
    enum class Kind { name, number, text, sign } kind = Kind::sign;
    std::string text;  // a name with its attributes: "account.balance"; a string with its quotes

    bool is(std::string_view sign) const { return kind == Kind::sign && text == sign; }
    bool is_word(std::string_view word) const { return kind == Kind::name && text == word; }
};

// Up to a comment; strings are one token each, their prefix left out.
std::vector<Token> tokens_of(std::string_view line);

struct SourceLine {
    std::size_t indentation = 0;
    std::vector<Token> tokens;
    // What it assigns: names ("counter", "account.balance") and containers whose element it assigns
    // ("cache" of `cache[key] = 1`).
    std::vector<std::string> targets;
    std::vector<std::string> item_targets;
    bool is_augmented = false;    // `+=`
    bool is_whole = false;        // an assignment that ends on this line
    std::size_t value_begin = 0;  // the token after the last `=`; of a line without one, 0
    // Where the condition of an `if`, `elif` or `while` is, as tokens; both 0 for other lines.
    std::size_t condition_begin = 0;
    std::size_t condition_end = 0;

    bool has_condition() const { return condition_end > condition_begin; }
    bool assigns(std::string_view name) const;
    // Whether its value or condition reads the name, its attribute or its element.
    bool reads(std::string_view name) const;
    // Whether it reads it before any call on the line can have returned.
    bool reads_before_calls(std::string_view name) const;
    // Whether it assigns an element of the container, deletes one, or calls one of its methods.
    bool changes_inside(std::string_view name) const;
    // Every name that it reads, with attributes, each once.
    std::vector<std::string> names_read() const;
};

SourceLine source_line(std::string_view text);

// "account" of "account.balance".
std::string_view base_of(std::string_view path);

}  // namespace turnwise::analysis
