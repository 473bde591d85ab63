#include "core/analysis/source_line.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace turnwise::analysis {

namespace {

bool begins_name(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_of_name(char c) {
    return begins_name(c) || std::isdigit(static_cast<unsigned char>(c));
}

constexpr std::array<std::string_view, 28> signs = {
    "**=", "//=", ">>=", "<<=", "...", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "@=",
    ":=",  "==",  "!=",  "<=",  ">=",  "->", "**", "//", "<<", ">>", "<>", "=",  "<",  ">"};

std::size_t end_of_name(std::string_view line, std::size_t at) {
    while (at < line.size() && is_of_name(line[at]))
        ++at;
    return at;
}

std::size_t end_of_text(std::string_view line, std::size_t at) {
    const char quote = line[at];
    const std::string three(3, quote);
    if (line.substr(at, 3) == three) {
        const auto end = line.find(three, at + 3);
        return end == std::string_view::npos ? line.size() : end + 3;
    }
    for (++at; at < line.size() && line[at] != quote; ++at)
        if (line[at] == '\\') ++at;
    return std::min(at + 1, line.size());
}

// A name with the attributes that follow it.
std::size_t end_of_path(std::string_view line, std::size_t at) {
    at = end_of_name(line, at);
    while (at + 1 < line.size() && line[at] == '.' && begins_name(line[at + 1]))
        at = end_of_name(line, at + 1);
    return at;
}

bool is_keyword(std::string_view word) {
    constexpr std::array<std::string_view, 35> keywords = {
        "False", "None",     "True",   "and",    "as",       "assert", "async",  "await", "break",
        "class", "continue", "def",    "del",    "elif",     "else",   "except", "for",   "from",
        "if",    "finally",  "global", "import", "in",       "is",     "lambda", "not",   "or",
        "pass",  "raise",    "return", "try",    "nonlocal", "while",  "with",   "yield"};
    return std::ranges::find(keywords, word) != keywords.end();
}

bool is_assignment(const Token& token) {
    return token.kind == Token::Kind::sign && token.text.size() <= 3 && token.text.back() == '=' &&
           token.text != "==" && token.text != "!=" && token.text != "<=" && token.text != ">=" &&
           token.text != ":=";
}

void add_once(std::vector<std::string>& names, const std::string& name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

// The names in [from, to) that stand outside brackets, or only in those of a tuple.
void collect_targets(SourceLine& line, std::size_t from, std::size_t to) {
    int depth = 0;
    for (std::size_t at = from; at < to; ++at) {
        const Token& token = line.tokens[at];
        if (token.is("[") && at > from && line.tokens[at - 1].kind == Token::Kind::name) ++depth;
        if (token.is("]") && depth > 0) --depth;
        if (token.is(":")) return;  // `x: int = 1`
        if (depth > 0 || token.kind != Token::Kind::name || is_keyword(token.text)) continue;
        const bool is_item = at + 1 < to && line.tokens[at + 1].is("[");
        add_once(is_item ? line.item_targets : line.targets, token.text);
    }
}

// A statement that begins with a keyword (`with lock: x = 1`) may or may not assign: it is left
// alone.
void find_assignment(SourceLine& line) {
    if (line.tokens.empty() ||
        (line.tokens.front().kind == Token::Kind::name && is_keyword(line.tokens.front().text)))
        return;
    int depth = 0;
    for (std::size_t at = 0; at < line.tokens.size(); ++at) {
        const Token& token = line.tokens[at];
        if (token.is("(") || token.is("[") || token.is("{")) ++depth;
        if (token.is(")") || token.is("]") || token.is("}")) --depth;
        if (depth > 0 || !is_assignment(token)) continue;
        collect_targets(line, line.value_begin, at);
        line.is_augmented = token.text.size() > 1;
        line.value_begin = at + 1;
    }
    line.is_whole = depth == 0 && !line.tokens.back().is("\\");
}

void find_condition(SourceLine& line) {
    if (line.tokens.empty()) return;
    const Token& first = line.tokens.front();
    if (!first.is_word("if") && !first.is_word("elif") && !first.is_word("while")) return;
    int depth = 0;
    for (std::size_t at = 1; at < line.tokens.size(); ++at) {
        const Token& token = line.tokens[at];
        if (token.is("(") || token.is("[") || token.is("{")) ++depth;
        if (token.is(")") || token.is("]") || token.is("}")) --depth;
        if (depth > 0 || !token.is(":")) continue;
        // What follows on the same line belongs to no line event of its own.
        if (at + 1 != line.tokens.size()) return;
        line.condition_begin = 1;
        line.condition_end = at;
        return;
    }
}

// `for number in numbers:` assigns what stands before the `in`.
void find_loop(SourceLine& line) {
    if (line.tokens.empty() || !line.tokens.front().is_word("for")) return;
    for (std::size_t at = 1; at < line.tokens.size(); ++at)
        if (line.tokens[at].is_word("in")) {
            collect_targets(line, 1, at);
            line.value_begin = at + 1;
            return;
        }
}

bool stands_for(std::string_view path, std::string_view name) {
    return path == name ||
           (path.starts_with(name) && path.size() > name.size() && path[name.size()] == '.');
}

bool is_keyword_argument(const SourceLine& line, std::size_t at) {
    return at + 1 < line.tokens.size() && line.tokens[at + 1].is("=") && at >= line.value_begin;
}

}  // namespace

std::string_view base_of(std::string_view path) {
    return path.substr(0, path.find('.'));
}

std::vector<Token> tokens_of(std::string_view line) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    const auto add = [&](Token::Kind kind, std::size_t end) {
        tokens.push_back({kind, std::string(line.substr(at, end - at))});
        at = end;
    };
    while (at < line.size() && line[at] != '#') {
        const char c = line[at];
        if (std::isspace(static_cast<unsigned char>(c))) {
            ++at;
        } else if (c == '"' || c == '\'') {
            add(Token::Kind::text, end_of_text(line, at));
        } else if (begins_name(c)) {
            const auto end = end_of_path(line, at);
            const bool is_prefix =
                end < line.size() && (line[end] == '"' || line[end] == '\'') && end - at <= 2;
            if (is_prefix)
                at = end;
            else
                add(Token::Kind::name, end);
        } else if (std::isdigit(static_cast<unsigned char>(c))) {
            auto end = at;
            while (end < line.size() && (is_of_name(line[end]) || line[end] == '.'))
                ++end;
            add(Token::Kind::number, end);
        } else {
            const auto sign = std::ranges::find_if(signs, [&](std::string_view candidate) {
                return line.substr(at, candidate.size()) == candidate;
            });
            add(Token::Kind::sign, at + (sign == signs.end() ? 1 : sign->size()));
        }
    }
    return tokens;
}

SourceLine source_line(std::string_view text) {
    SourceLine line;
    line.indentation = std::min(text.find_first_not_of(" \t"), text.size());
    line.tokens = tokens_of(text);
    find_assignment(line);
    find_condition(line);
    find_loop(line);
    return line;
}

bool SourceLine::assigns(std::string_view name) const {
    return std::ranges::find(targets, name) != targets.end();
}

bool SourceLine::reads(std::string_view name) const {
    if (is_augmented && assigns(name)) return true;
    for (std::size_t at = value_begin; at < tokens.size(); ++at)
        if (tokens[at].kind == Token::Kind::name && stands_for(tokens[at].text, name) &&
            !is_keyword_argument(*this, at))
            return true;
    return false;
}

bool SourceLine::reads_before_calls(std::string_view name) const {
    if (is_augmented && assigns(name)) return true;
    for (std::size_t at = value_begin; at < tokens.size() && !tokens[at].is(")"); ++at)
        if (tokens[at].kind == Token::Kind::name && stands_for(tokens[at].text, name) &&
            !is_keyword_argument(*this, at))
            return true;
    return false;
}

bool SourceLine::changes_inside(std::string_view name) const {
    if (std::ranges::find(item_targets, name) != item_targets.end()) return true;
    for (std::size_t at = 0; at + 1 < tokens.size(); ++at)
        if (tokens[at].kind == Token::Kind::name && tokens[at].text.size() > name.size() &&
            stands_for(tokens[at].text, name) && tokens[at + 1].is("("))
            return true;
    return !tokens.empty() && tokens.front().is_word("del") && reads(name);
}

std::vector<std::string> SourceLine::names_read() const {
    std::vector<std::string> names;
    if (is_augmented) names = targets;
    for (std::size_t at = value_begin; at < tokens.size(); ++at)
        if (tokens[at].kind == Token::Kind::name && !is_keyword(tokens[at].text) &&
            !is_keyword_argument(*this, at))
            add_once(names, tokens[at].text);
    return names;
}

}  // namespace turnwise::analysis
